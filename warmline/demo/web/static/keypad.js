// Twelve keys with the letters that telephones have had on them all along.

const KEYS = [
  ["1", ""], ["2", "ABC"], ["3", "DEF"],
  ["4", "GHI"], ["5", "JKL"], ["6", "MNO"],
  ["7", "PQRS"], ["8", "TUV"], ["9", "WXYZ"],
  ["*", ""], ["0", "+"], ["#", ""],
];
const COLUMNS = 3;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };
const NAMES = { "*": "star", "#": "pound" };
const FLASH = 160;

export class Keypad {
  constructor(root, name, press) {
    this.root = root;
    this.press = press;
    root.setAttribute("aria-label", `Keypad of ${name}`);
    this.keys = KEYS.map(([key, letters], place) => this.make(key, letters, place));
    root.append(...this.keys);
    root.addEventListener("keydown", (event) => this.walk(event));
  }

  make(key, letters, place) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "key";
    button.dataset.key = key;
    // One stop for Tab; the arrow keys lead on from there.
    button.tabIndex = place === 0 ? 0 : -1;
    button.setAttribute("aria-label", NAMES[key] ?? key);
    const digit = document.createElement("span");
    digit.textContent = key;
    const small = document.createElement("small");
    small.textContent = letters;
    button.append(digit, small);
    button.addEventListener("click", () => {
      this.stopAt(button);
      this.press(key);
    });
    return button;
  }

  walk(event) {
    const from = this.keys.indexOf(document.activeElement);
    const to = this.keys[from + (STEPS[event.key] ?? NaN)];
    if (from >= 0 && to) {
      event.preventDefault();
      this.stopAt(to);
      to.focus();
    }
  }

  stopAt(button) {
    for (const key of this.keys) {
      key.tabIndex = key === button ? 0 : -1;
    }
  }

  /** Show that a key was pressed, however it was. */
  flash(key) {
    const button = this.keys.find((one) => one.dataset.key === key);
    button?.classList.add("pressed");
    setTimeout(() => button?.classList.remove("pressed"), FLASH);
  }
}
