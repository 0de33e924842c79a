// Runs before anything is painted, so that a chosen theme or language never shows the other one first. Pages in English alone stay so.
try {
  const theme = localStorage.getItem("lancang.theme");
  if (theme) document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem("lancang.language");
  if (language && "bilingual" in document.documentElement.dataset) document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
} catch {
  // A browser that keeps nothing shows what its owner's system prefers.
}
