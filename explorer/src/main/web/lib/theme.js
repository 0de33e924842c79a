// Runs before anything is painted, so that a chosen theme or language never shows the other one first.
try {
  const theme = localStorage.getItem("lancang.theme");
  if (theme) document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem("lancang.language");
  if (language) document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
} catch {
  // A browser that keeps nothing shows what its owner's system prefers.
}
