// What the page lets you hear: the caller's phone, spoken, and phones that ring.

import { Tones } from "./tones.js";
import { Voice } from "./voice.js";

const MEMORY = "warmline-demo-sound";

export class Sound {
  constructor(button) {
    this.button = button;
    this.voice = new Voice();
    this.tones = new Tones();
    this.listening = "";
    this.phones = [];
    this.on = remembered() !== "off";
    this.show();
    button.addEventListener("click", () => this.turn(!this.on));
  }

  turn(on) {
    this.on = on;
    remember(on ? "on" : "off");
    this.show();
    if (on) {
      this.wake();
      this.voice.skipTo(this.heard());
    } else {
      this.hush();
    }
    this.follow(this.phones);
  }

  show() {
    this.button.setAttribute("aria-checked", String(this.on));
    this.button.querySelector(".switch-word").textContent = this.on ? "on" : "off";
  }

  wake() {
    if (this.on) {
      this.tones.wake();
    }
  }

  hush() {
    this.voice.hush();
    this.tones.set({});
  }

  /** The caller's phone that somebody used last is the one that is heard. */
  listenTo(key) {
    this.listening = key;
  }

  heard() {
    const callers = this.phones.filter((phone) => phone.role === "caller");
    const near = callers.find((phone) => phone.key === this.listening) ?? callers[0];
    return near && near.state !== "idle" ? near.captions : [];
  }

  follow(phones) {
    this.phones = phones;
    if (!this.on) {
      return;
    }
    const captions = this.heard();
    this.voice.follow(captions);
    const sounding = (kind) => captions.some((caption) => caption.kind === kind && caption.live);
    this.tones.set({
      ring: phones.some((phone) => phone.state === "ringing"),
      ringback: sounding("ringback"),
      waiting: sounding("play"),
    });
  }
}

// A browser that keeps nothing for us still shows the page.
function remembered() {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

function remember(word) {
  try {
    localStorage.setItem(MEMORY, word);
  } catch {
    // It is asked again next time.
  }
}
