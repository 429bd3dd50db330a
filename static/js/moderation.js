/* The moderation desk by keyboard. Every button works without this script; it only saves the way back. */
"use strict";

const deskRoot = document.querySelector("[data-desk]");
if (deskRoot) startDesk(deskRoot);

function startDesk(root) {
  const queue = root.querySelector("[data-desk-queue]");
  const side = root.querySelector("[data-desk-side]");
  const status = root.querySelector("[data-desk-status]");
  const token = queue.querySelector("[name=csrfmiddlewaretoken]").value;
  const undone = [];
  let current = null;

  const cards = () => [...queue.querySelectorAll("[data-card]")];
  const keysBox = root.querySelector("[data-desk-keys-on]");
  const keysOn = () => keysBox?.checked ?? true;
  const kept = localStorage.getItem("desk-keys");
  if (keysBox && kept) keysBox.checked = kept === "on";
  keysBox?.addEventListener("change", () => localStorage.setItem("desk-keys", keysBox.checked ? "on" : "off"));

  async function post(card, action) {
    const body = new FormData();
    body.set("action", action);
    body.set("version", card.dataset.version);
    body.set("reason", queue.querySelector("[name=reason]")?.value ?? "");
    const headers = { Accept: "application/json", "X-CSRFToken": token };
    const response = await fetch(card.dataset.act, { method: "POST", body, headers });
    const facts = await response.json();
    if (facts.version) setVersion(card, facts.version);
    return { ok: response.ok, ...facts };
  }

  function setVersion(card, version) {
    card.dataset.version = version;
    card.querySelector("[data-pick]").value = `${card.dataset.card}-${version}`;
    for (const button of card.querySelectorAll("[data-do]")) {
      button.value = `${button.dataset.do}:${card.dataset.card}-${version}`;
    }
  }

  function say(card, sentence) {
    const line = card.querySelector("[data-error]");
    line.textContent = sentence;
    line.hidden = !sentence;
  }

  async function act(card, action) {
    const next = neighbour(card, 1) ?? neighbour(card, -1);
    let facts;
    try {
      facts = await post(card, action);
    } catch {
      return say(card, root.dataset.offline);
    }
    if (!facts.ok) return say(card, facts.error);
    say(card, "");
    status.textContent = `${card.querySelector("h2").textContent.trim()}: ${facts.status}`;
    if (action === "undo") return put(card, true);
    undone.push(card);
    put(card, false);
    if (next) choose(next);
  }

  function put(card, waiting) {
    card.classList.toggle("is-done", !waiting);
    if (waiting) choose(card);
  }

  function neighbour(card, step) {
    const open = cards().filter((item) => item === card || !item.classList.contains("is-done"));
    return open[open.indexOf(card) + step];
  }

  async function choose(card) {
    current?.classList.remove("is-current");
    current = card;
    card.classList.add("is-current");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const mine = card;
    await new Promise((done) => setTimeout(done, 250));
    if (current === mine) open(card);
  }

  async function open(card) {
    const facts = await post(card, "claim").catch(() => ({}));
    card.querySelector("[data-claim]").textContent = facts.claim || "";
    if (getComputedStyle(side).display === "none") return;
    const response = await fetch(card.dataset.show, { headers: { "X-Desk-Part": "1" } });
    if (!response.ok || current !== card) return;
    fill(await response.text());
  }

  function fill(html) {
    const keys = side.querySelector("[data-desk-keys]");
    const holder = document.createElement("template");
    holder.innerHTML = html;
    side.replaceChildren(holder.content, ...(keys ? [keys] : []));
  }

  /* What is done in the side stays in the side: the queue keeps its place. */
  async function sendSide(form, button) {
    const headers = { "X-Desk-Part": "1" };
    try {
      const body = new FormData(form, button);
      // Not form.action: the buttons are called action as well.
      const response = await fetch(form.getAttribute("action"), { method: "POST", body, headers });
      fill(await response.text());
    } catch {
      status.textContent = root.dataset.offline;
      return;
    }
    const panel = side.querySelector("[data-panel]");
    const card = panel && cards().find((item) => item.dataset.card === panel.dataset.panel);
    if (!card) return;
    setVersion(card, panel.dataset.version);
    const left = panel.dataset.lane !== root.dataset.lane;
    if (left && !card.classList.contains("is-done")) undone.push(card);
    card.classList.toggle("is-done", left);
  }

  side.addEventListener("submit", (event) => {
    event.preventDefault();
    sendSide(event.target, event.submitter);
  });

  side.addEventListener("change", (event) => {
    const text = event.target.selectedOptions?.[0]?.dataset.text;
    if (event.target.matches("[data-desk-canned]") && text) event.target.form.elements.reply.value = text;
  });

  function undo() {
    const card = undone.pop() ?? current;
    if (card) act(card, "undo");
  }

  const keys = {
    j: () => choose(current ? neighbour(current, 1) ?? current : cards()[0]),
    k: () => choose(current ? neighbour(current, -1) ?? current : cards()[0]),
    a: () => current && act(current, "approve"),
    r: () => current && act(current, "reject"),
    s: () => current && act(current, "spam"),
    u: undo,
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysOn() || !cards().length) return;
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });

  queue.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    const card = event.target.closest("[data-card]");
    if (button) {
      event.preventDefault();
      act(card, button.dataset.do);
    } else if (card && !event.target.closest("a, input, label") && card !== current) {
      choose(card);
    }
  });

  queue.querySelector("[data-desk-all]")?.addEventListener("change", (event) => {
    for (const box of queue.querySelectorAll("[data-pick]")) box.checked = event.target.checked;
  });
}
