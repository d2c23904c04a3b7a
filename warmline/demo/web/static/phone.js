// One phone: what it shows, its buttons, and the keys typed while it has the focus.

import { Captions } from "./captions.js";
import { Keypad } from "./keypad.js";

const template = document.getElementById("phone");
const SHOWN = {
  dialing: ["hang_up"],
  ringing: ["answer", "decline"],
  "in-progress": ["hang_up"],
  talking: ["hang_up"],
};
const ON_THE_LINE = new Set(["in-progress", "talking"]);

/** What can be done with a phone now. */
function offered(phone) {
  if (phone.state !== "idle") {
    return SHOWN[phone.state];
  }
  return [phone.role === "caller" ? "dial" : "", phone.off_duty ? "on_duty" : ""];
}

export class PhoneCard {
  /** `act(path, body)` does something; `touched()` is called when somebody uses this phone. */
  constructor(phone, act, touched) {
    this.key = phone.key;
    this.role = phone.role;
    this.state = "";
    this.act = act;
    this.touched = touched;
    // Keys are sent one after the other, so that they arrive in the order they were pressed.
    this.line = Promise.resolve();
    this.root = template.content.firstElementChild.cloneNode(true);
    this.build(phone);
  }

  build(phone) {
    const { root } = this;
    const title = `${phone.name}’s phone`;
    root.id = `phone-${phone.key}`;
    root.dataset.role = phone.role;
    root.dataset.person = phone.key;
    root.setAttribute("aria-label", `${title}. In a call, type digits to press its keys.`);
    this.part("name").textContent = phone.name;
    this.part("number").textContent = phone.number;
    this.part("face").textContent = phone.name.charAt(0);
    this.part("hint").textContent = phone.hint;
    this.captions = new Captions(this.part("captions"), title);
    this.keypad = new Keypad(this.part("keypad"), title, (key) => this.press(key));
    for (const button of root.querySelectorAll("[data-act]")) {
      button.addEventListener("click", () => this.use(button.dataset.act));
    }
    root.addEventListener("keydown", (event) => this.typed(event));
    this.part("withheld").hidden = phone.role !== "caller";
    this.offerChoices(phone);
  }

  offerChoices(phone) {
    const label = this.part("choice");
    const select = label.querySelector("select");
    label.hidden = phone.choices.length === 0;
    select.append(...phone.choices.map(([key, words]) => new Option(words, key)));
    select.setAttribute("aria-label", `When ${phone.name}’s phone rings`);
    select.addEventListener("change", () => this.send("choice", { choice: select.value }));
  }

  part(name) {
    return this.root.querySelector(`.${name}`);
  }

  send(what, body) {
    this.line = this.line.then(() => this.act(`phones/${this.key}/${what}`, body));
    return this.line;
  }

  use(what) {
    this.touched();
    const withheld = this.part("withheld").querySelector("input").checked;
    this.send(what, what === "dial" ? { withheld } : {});
  }

  press(key) {
    if (!ON_THE_LINE.has(this.state)) {
      return;
    }
    this.touched();
    this.keypad.flash(key);
    this.send("press", { keys: key });
  }

  typed(event) {
    const free = !event.ctrlKey && !event.metaKey && !event.altKey;
    const elsewhere = event.target.closest("select, input");
    if (free && !elsewhere && /^[0-9*#]$/.test(event.key) && ON_THE_LINE.has(this.state)) {
      event.preventDefault();
      this.press(event.key);
    }
  }

  update(phone) {
    const { root } = this;
    const had = root.contains(document.activeElement) ? document.activeElement : null;
    const before = this.state;
    this.state = phone.state;
    root.dataset.state = phone.state;
    root.classList.toggle("listens", phone.listens);
    this.write("words", phone.words);
    this.write("together-words", phone.together);
    this.part("together").hidden = !phone.together;
    this.captions.update(phone.captions);
    this.showTexts(phone.texts);
    this.part("keypad").hidden = !ON_THE_LINE.has(phone.state);
    for (const button of root.querySelectorAll("[data-act]")) {
      button.hidden = !offered(phone).includes(button.dataset.act);
    }
    const select = this.part("choice").querySelector("select");
    if (select !== document.activeElement) {
      select.value = phone.choice;
    }
    if (had && before !== phone.state && had.offsetParent === null) {
      // The button that was used is gone: the phone itself takes the next key.
      root.focus({ preventScroll: true });
    }
  }

  write(name, words) {
    const part = this.part(name);
    if (part.textContent !== words) {
      part.textContent = words;
    }
  }

  showTexts(texts) {
    const list = this.part("texts");
    list.hidden = texts.length === 0;
    while (list.children.length > texts.length) {
      list.lastElementChild.remove();
    }
    for (const body of texts.slice(list.children.length)) {
      const item = document.createElement("li");
      item.textContent = body;
      list.append(item);
    }
  }
}
