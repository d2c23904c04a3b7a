// The list of what happened, with minutes and seconds since the call began.

import { clock } from "./captions.js";

export class Happened {
  constructor(root, withWords, nothingYet) {
    this.root = root;
    this.nothingYet = nothingYet;
    this.told = 0;
    this.round = 0;
    withWords.addEventListener("change", () => {
      root.classList.toggle("with-words", withWords.checked);
      this.toEnd();
    });
  }

  add(happened) {
    for (const one of happened) {
      this.told = one.index + 1;
      this.nothingYet.hidden = true;
      this.root.append(this.make(one));
    }
    if (happened.length > 0) {
      this.toEnd();
    }
  }

  make(one) {
    const item = document.createElement("li");
    item.dataset.what = one.what;
    if (one.round !== this.round) {
      this.round = one.round;
      item.classList.add("new-call");
    }
    const when = document.createElement("span");
    when.className = "when";
    when.textContent = clock(one.after);
    const words = document.createElement("span");
    words.textContent = one.sentence;
    item.append(when, words);
    return item;
  }

  toEnd() {
    this.root.scrollTop = this.root.scrollHeight;
  }
}
