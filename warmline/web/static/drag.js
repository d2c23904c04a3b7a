// Shifts that can be drawn to another day with a mouse. It fills in the form that moves a shift,
// the same that the shift's own page has for the keyboard. Without this file nothing is missing.
"use strict";

const move = document.getElementById("move");
let drawn = null;

document.addEventListener("dragstart", (event) => {
  drawn = event.target.closest?.("[data-shift]") ?? null;
  if (drawn) event.dataTransfer.setData("text/plain", drawn.textContent.trim());
});

document.addEventListener("dragend", () => {
  drawn = null;
  document.querySelectorAll(".under").forEach((one) => one.classList.remove("under"));
});

document.querySelectorAll(".week [data-to]").forEach((day) => {
  day.addEventListener("dragover", (event) => {
    if (!drawn || drawn.dataset.day === day.dataset.to) return;
    event.preventDefault();
    day.classList.add("under");
  });
  day.addEventListener("dragleave", () => day.classList.remove("under"));
  day.addEventListener("drop", (event) => {
    if (!drawn || !move) return;
    event.preventDefault();
    move.action = move.dataset.to.replace("SHIFT", encodeURIComponent(drawn.dataset.shift));
    move.elements.seen.value = drawn.dataset.seen;
    move.elements.day.value = drawn.dataset.day;
    move.elements.to.value = day.dataset.to;
    move.submit();
  });
});
