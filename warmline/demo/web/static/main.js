// The phones page: asks for news of the phones and draws it, for as long as it is open.

import { Happened } from "./happened.js";
import { send } from "./link.js";
import { Nudge } from "./nudge.js";
import { PhoneCard } from "./phone.js";
import { Sound } from "./sound.js";

const PAUSE_AFTER_TROUBLE = 1500;

const byId = (id) => document.getElementById(id);
const rows = {
  caller: byId("caller-row"),
  supporter: byId("supporter-row"),
  elsewhere: byId("elsewhere-row"),
};
const cards = new Map();
const sound = new Sound(byId("sound"));
const happened = new Happened(byId("happened"), byId("with-words"), byId("nothing-yet"));
const nudge = new Nudge(byId("nudge"));

function tell(words) {
  const trouble = byId("trouble");
  trouble.textContent = words;
  trouble.hidden = !words;
}

async function act(path, body) {
  // Browsers let a page make sounds only once somebody has used it.
  sound.wake();
  tell(await send(path, body));
}

function card(phone) {
  if (!cards.has(phone.key)) {
    const made = new PhoneCard(phone, act, () => sound.listenTo(phone.key));
    cards.set(phone.key, made);
    rows[phone.role].append(made.root);
  }
  return cards.get(phone.key);
}

function draw(view) {
  for (const phone of view.phones) {
    card(phone).update(phone);
  }
  const callers = view.phones.filter((phone) => phone.role === "caller");
  const others = view.phones.filter((phone) => phone.role === "elsewhere");
  // 988's phone is there once it rings, and for as long as somebody is still on the line.
  const wanted = others.some((phone) => phone.state !== "idle");
  const over = callers.every((phone) => phone.state === "idle") && !wanted;
  byId("elsewhere").hidden = over || (byId("elsewhere").hidden && !wanted);
  byId("add-caller").hidden = !view.may_add_caller;
  sound.follow(view.phones);
  nudge.follow(view.phones, cards);
  happened.add(view.happened);
}

async function follow() {
  let version = "";
  for (;;) {
    try {
      const answer = await fetch(`/api/phones?version=${encodeURIComponent(version)}&told=${happened.told}`);
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      if (byId("trouble").dataset.lost) {
        // Another demo may have taken its place, with other calls: begin anew with it.
        location.reload();
        return;
      }
      const view = await answer.json();
      version = view.version;
      draw(view);
      document.body.dataset.ready = "yes";
    } catch {
      byId("trouble").dataset.lost = "yes";
      tell("The demo has ended, or is not there just now. Start it again with: make demo");
      sound.hush();
      version = "";
      await new Promise((wake) => setTimeout(wake, PAUSE_AFTER_TROUBLE));
    }
  }
}

const IDEAS = {
  async voicemail() {
    await act("phones/river/choice", { choice: "voicemail" });
    return "Done. Dial, press 1, and wait six seconds of ringing.";
  },
  async "two-callers"() {
    for (const phone of cards.keys()) {
      if (cards.get(phone).role === "supporter" && phone !== "river") {
        await act(`phones/${phone}/choice`, { choice: "off" });
      }
    }
    await act("phones/river/choice", { choice: "manual" });
    if (!byId("add-caller").hidden) {
      await act("callers", {});
    }
    return "Done. Let the caller and River talk, then dial on the second caller’s phone.";
  },
};

for (const button of document.querySelectorAll("[data-idea]")) {
  button.addEventListener("click", async () => {
    byId("idea-done").textContent = await IDEAS[button.dataset.idea]();
  });
}
byId("add-caller").addEventListener("click", async () => {
  await act("callers", {});
  byId("caller-row").lastElementChild.focus();
});

follow();
