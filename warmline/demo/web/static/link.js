// What the page asks the demo to do.

/** Ask for something; the answer is a sentence when it could not be done, otherwise "". */
export async function send(path, body) {
  try {
    const answer = await fetch(`/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Warmline-Demo": "1" },
      body: JSON.stringify(body),
    });
    return answer.ok ? "" : ((await answer.json()).sentence ?? "That did not work.");
  } catch {
    return "The demo does not answer.";
  }
}
