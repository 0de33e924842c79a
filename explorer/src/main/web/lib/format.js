import { language } from "./words.js";

const locale = () => (language() === "zh" ? "zh-CN" : "en-GB");
const formats = new Map();

function formatter(options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), options));
  return formats.get(key);
}

/** A number with at most so many digits behind the point; a dash if there is none. */
export const number = (value, digits = 0) =>
  value === null || value === undefined ? "–" : formatter({ maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);

/** A signed number, for changes. */
export const signed = (value, digits = 1) =>
  value === null || value === undefined
    ? "–"
    : formatter({ maximumFractionDigits: digits, minimumFractionDigits: digits, signDisplay: "exceptZero" }).format(value).replace("-", "−");

/** Billions of a currency: `US$ 8.24 bn`. Takes an amount or a Money. */
export function money(value, currency = "USD") {
  if (value === null || value === undefined) return "–";
  const amount = typeof value === "object" ? value.amount : value;
  const unit = (typeof value === "object" ? value.currency ?? currency : currency) === "CNY" ? "CN¥" : "US$";
  if (language() === "zh") return `${unit} ${number(amount / 1e8, Math.abs(amount) < 1e10 ? 2 : 1)} 亿`;
  const size = Math.abs(amount);
  if (size >= 1e9) return `${unit} ${number(amount / 1e9, size < 1e11 ? 2 : 1)} bn`;
  if (size >= 1e6) return `${unit} ${number(amount / 1e6, 1)} m`;
  return `${unit} ${number(amount)}`;
}

/** A count of people or the like, shortened. */
export const short = (value) =>
  value === null || value === undefined ? "–" : formatter({ notation: "compact", maximumSignificantDigits: 3 }).format(value);
