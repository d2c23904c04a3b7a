// A word at the edge of a small screen when a phone rings that is not in sight.

export class Nudge {
  constructor(link) {
    this.link = link;
    this.seen = new Set();
    this.cards = new Map();
    this.phones = [];
    this.watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        this.seen[entry.isIntersecting ? "add" : "delete"](entry.target.id);
      }
      this.show();
    }, { threshold: 0.2 });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const phone = document.querySelector(link.getAttribute("href"));
      phone.scrollIntoView({ block: "center" });
      phone.focus({ preventScroll: true });
    });
  }

  follow(phones, cards) {
    this.phones = phones;
    for (const [key, card] of cards) {
      if (!this.cards.has(key)) {
        this.cards.set(key, card);
        this.watcher.observe(card.root);
      }
    }
    this.show();
  }

  show() {
    const missed = this.phones.find(
      (phone) =>
        phone.state === "ringing" && phone.choice === "manual" && !this.seen.has(`phone-${phone.key}`),
    );
    this.link.hidden = !missed;
    if (missed) {
      this.link.href = `#phone-${missed.key}`;
      this.link.lastElementChild.textContent = `${missed.name}’s phone is ringing`;
    }
  }
}
