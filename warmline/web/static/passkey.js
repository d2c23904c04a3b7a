// Asks the browser for a passkey and sends what it says. Without this file nobody has one: the
// pages lead to the app's code.
//
//   <form data-passkey="create" or "get" data-options="what the server asks" ...>
//     <input type="hidden" name="credential"> <p role="alert" hidden> ... </p> <button>
//
// It asks by itself when the page comes, and again when the button is pressed.
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const keys = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

function asked(written) {
  const options = JSON.parse(written);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  if (options.excludeCredentials) options.excludeCredentials = keys(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = keys(options.allowCredentials);
  return { publicKey: options };
}

function told(given) {
  const said = given.response;
  const response = { clientDataJSON: text(said.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"])
    if (said[part]) response[part] = text(said[part]);
  if (said.getTransports) response.transports = said.getTransports();
  return JSON.stringify({ id: given.id, rawId: text(given.rawId), type: given.type, response });
}

function show(form) {
  const amiss = form.querySelector("[role=alert]");
  let asking = false;

  async function ask() {
    if (asking) return;
    asking = true;
    amiss.hidden = true;
    try {
      const given = await navigator.credentials[form.dataset.passkey](asked(form.dataset.options));
      form.elements.credential.value = told(given);
      form.submit(); // not by its button, which asks
    } catch {
      amiss.hidden = false;
    } finally {
      asking = false;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  ask();
}

document.querySelectorAll("[data-passkey]").forEach(show);
