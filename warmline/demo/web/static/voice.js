// Reads aloud what a phone hears, in the language in which it is said.

const COUNTRY = { en: "en-US", es: "es-US" };

export class Voice {
  constructor() {
    this.synthesis = globalThis.speechSynthesis ?? null;
    this.said = new Set();
  }

  /** These captions are old: they are not read. */
  skipTo(captions) {
    for (const caption of captions) {
      this.said.add(caption.id);
    }
  }

  follow(captions) {
    if (!this.synthesis) {
      return;
    }
    const fresh = captions.filter((caption) => caption.language !== undefined && !this.said.has(caption.id));
    const spoken = fresh.filter((caption) => caption.kind === "say" || caption.kind === "voice");
    this.skipTo(fresh);
    const last = captions.at(-1);
    // Somebody pressed a key or hung up: on a telephone the voice stops at once.
    if (captions.length === 0 || spoken.length > 1 || captions.at(-1 - spoken.length)?.cut || last?.cut) {
      this.hush();
    }
    if (spoken.length > 0 && spoken.at(-1).live) {
      this.say(spoken.at(-1));
    }
  }

  say(caption) {
    const speech = new SpeechSynthesisUtterance(caption.text);
    speech.lang = COUNTRY[caption.language] ?? (caption.language || "en-US");
    speech.voice = this.bestVoice(speech.lang);
    speech.rate = 1.05;
    this.synthesis.speak(speech);
  }

  bestVoice(language) {
    const short = language.slice(0, 2);
    const voices = this.synthesis.getVoices().filter((voice) => voice.lang.startsWith(short));
    // A voice of this computer: what is said here goes nowhere else.
    const here = voices.filter((voice) => voice.localService);
    return here.find((voice) => voice.lang.replace("_", "-") === language) ?? here[0] ?? null;
  }

  hush() {
    this.synthesis?.cancel();
  }
}
