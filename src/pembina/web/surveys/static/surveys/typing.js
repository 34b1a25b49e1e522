// Typing a pile of paper forms: a digit moves on by itself, a space leaves an answer empty, Enter stores the form.
const form = document.querySelector("[data-typing]");
const fields = [...form.querySelectorAll("input[pattern='[1-4]?']")];

const goTo = field => { if (field) { field.focus(); field.select() } };

fields.forEach((field, place) => {
  field.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) {
      if (event.key === "Backspace" && !field.value) { event.preventDefault(); goTo(fields[place - 1]) }
      return;
    }
    event.preventDefault();
    if (event.key !== " " && !"1234".includes(event.key)) return;
    field.value = event.key.trim();
    goTo(fields[place + 1] || form.querySelector("select[name=sex]"));
  });
});
goTo(fields.find(field => field.getAttribute("aria-invalid") === "true") || fields[0]);
