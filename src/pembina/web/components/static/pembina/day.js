// Keeps the words below the picker of a day in step with it: 22 November 2026.
const language = document.documentElement.lang === "en" ? "en-GB" : "id";
const words = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

document.addEventListener("input", ({ target }) => {
  const output = target.matches("input[type=date]") && target.nextElementSibling;
  if (!output || !output.matches("output.field-day")) return;
  const day = target.valueAsDate;
  // While a year is typed it runs through 2, 20 and 202.
  output.value = day && day.getUTCFullYear() > 999 ? words.format(day) : "";
});
