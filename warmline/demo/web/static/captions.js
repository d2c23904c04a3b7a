// What a phone hears, to read.

const NEAR_THE_END = 60;
const languageNames = new Map();

/** The name of a language in that language, with a capital: "English", "Español". */
function languageName(code) {
  if (!languageNames.has(code)) {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    languageNames.set(code, name.charAt(0).toLocaleUpperCase(code) + name.slice(1));
  }
  return languageNames.get(code);
}

export const clock = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export class Captions {
  constructor(root, name) {
    this.root = root;
    this.lines = new Map();
    root.setAttribute("aria-label", `What ${name} hears`);
    // Whoever reads the last line goes on reading it when the list gets shorter or longer.
    this.atEnd = true;
    root.addEventListener("scroll", () => {
      this.atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_THE_END;
    });
    new ResizeObserver(() => this.follow()).observe(root);
  }

  follow() {
    if (this.atEnd) {
      this.root.scrollTop = this.root.scrollHeight;
    }
  }

  update(captions) {
    const wanted = new Set(captions.map((caption) => caption.id));
    for (const [id, line] of this.lines) {
      if (!wanted.has(id)) {
        line.remove();
        this.lines.delete(id);
      }
    }
    for (const caption of captions) {
      if (!this.lines.has(caption.id)) {
        this.lines.set(caption.id, this.make(caption));
        this.root.append(this.lines.get(caption.id));
      }
      const line = this.lines.get(caption.id);
      line.classList.toggle("live", caption.live);
      line.classList.toggle("cut", caption.cut);
    }
    this.root.hidden = captions.length === 0;
    this.follow();
  }

  make(caption) {
    const line = document.createElement("p");
    line.className = `caption ${caption.kind}`;
    const about = document.createElement("span");
    about.className = "about";
    about.textContent = clock(caption.after);
    if (caption.language) {
      about.textContent += ` · ${languageName(caption.language)}`;
    }
    const said = document.createElement("span");
    said.className = "said";
    said.lang = caption.language || "en";
    said.textContent = caption.text;
    line.append(about, said);
    return line;
  }
}
