/* Comments without leaving the page. Every link works without this script; it only loads the server's own
   form page into place and sends it from there. */
"use strict";

const headers = { "X-Comments-Fragment": "1" };
const remembered = (page) => `comments-written-${page}`;

function toElement(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector("[data-comment-part]");
}

async function fetchPart(address, options = {}) {
  const response = await fetch(address, { ...options, headers });
  const part = toElement(await response.text());
  if (!part) throw new Error("no part in the answer");
  return part;
}

function place(slot, part) {
  slot.replaceChildren(part);
  part.querySelector(".comment-back")?.remove();
  const first = part.querySelector(".comment-help, [role=alert], [role=status], textarea, input:not([type=hidden]), button");
  const target = part.matches("[tabindex]") ? part : first || part;
  if (!target.matches("textarea, input, button")) target.tabIndex = -1;
  target.focus();
  if (part.dataset.commentPosted) localStorage.setItem(remembered(part.dataset.commentPosted), "1");
}

function slotAfter(link) {
  const holder = link.closest("ul, p");
  if (holder.nextElementSibling?.matches(".comment-slot")) return holder.nextElementSibling;
  const slot = document.createElement("div");
  slot.className = "comment-slot";
  holder.after(slot);
  return slot;
}

async function load(link) {
  const slot = slotAfter(link);
  if (slot.firstChild && slot.dataset.from === link.href) return slot.replaceChildren();
  slot.dataset.from = link.href;
  link.setAttribute("aria-busy", "true");
  try {
    place(slot, await fetchPart(link.href));
    if (link.hasAttribute("data-comment-vote")) await send(slot.querySelector("form"));
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute("aria-busy");
  }
}

/* Proof of work as in ALTCHA: find the number whose SHA-256 with the salt is the challenge. */
async function solve({ challenge, salt, signature, max }) {
  const encoder = new TextEncoder();
  for (let number = 0; number <= Number(max); number += 1) {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(salt + number));
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex === challenge) return btoa(JSON.stringify({ algorithm: "SHA-256", challenge, number, salt, signature }));
  }
  return "";
}

async function prepare(form) {
  const field = form.elements.altcha;
  if (field && form.dataset.challenge && globalThis.crypto?.subtle) field.value = await solve(form.dataset);
}

async function send(form) {
  const slot = form.closest(".comment-slot");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await prepare(form);
    place(slot, await fetchPart(form.action, { method: "POST", body: new FormData(form) }));
  } catch {
    button.disabled = false;
    form.submit();
  }
}

/* The writer's own waiting comments. Asked for only after this browser has sent a comment to this page. */
async function showOwn(section) {
  const note = remembered(section.dataset.page);
  if (!localStorage.getItem(note) || section.querySelector("[data-comment-mine]")) return;
  const part = await fetchPart(`${section.dataset.comments}mine/`).catch(() => null);
  if (!part || part.dataset.commentMine === "0") return localStorage.removeItem(note);
  section.querySelector(".comment-invite, h2")?.after(part);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-comment-form]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  load(link);
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.closest(".comment-slot")) {
    event.preventDefault();
    send(form);
  } else if (form.dataset.challenge && !form.elements.altcha.value) {
    event.preventDefault();
    await prepare(form);
    form.submit();
  }
});

for (const section of document.querySelectorAll("[data-comments]")) showOwn(section);
