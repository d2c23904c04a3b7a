// Reads aloud what a phone hears, in the language in which it is said.

const COUNTRY = { en: "en-US", es: "es-US" };

const SPOKEN = new Set(["say", "voice"]);

export class Voice {
  constructor() {
    this.synthesis = globalThis.speechSynthesis ?? null;
    this.said = new Set();
    this.current = "";
    // The first question for voices is what makes some browsers look for them.
    this.synthesis?.getVoices();
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
    const fresh = captions.filter((caption) => !this.said.has(caption.id));
    const spoken = fresh.filter((caption) => SPOKEN.has(caption.kind) && caption.live);
    this.skipTo(fresh);
    const current = captions.find((caption) => caption.id === this.current);
    if (this.current && (!current || current.cut)) {
      // Somebody pressed a key or hung up: on a telephone the voice stops at once.
      this.hush();
    }
    for (const caption of spoken) {
      this.current = caption.id;
      this.say(caption);
    }
  }

  say(caption) {
    const language = COUNTRY[caption.language] ?? (caption.language || "en-US");
    const voice = this.bestVoice(language);
    if (!voice) {
      return;
    }
    const speech = new SpeechSynthesisUtterance(caption.text);
    speech.lang = language;
    speech.voice = voice;
    speech.rate = 1.05;
    this.synthesis.speak(speech);
  }

  /** A voice of this computer, so that what is said here goes nowhere else; null without one. */
  bestVoice(language) {
    const short = language.slice(0, 2);
    const here = this.synthesis
      .getVoices()
      .filter((voice) => voice.localService && voice.lang.startsWith(short));
    return here.find((voice) => voice.lang.replace("_", "-") === language) ?? here[0] ?? null;
  }

  hush() {
    this.current = "";
    this.synthesis?.cancel();
  }
}
