/* Comments without leaving the page. Every link works without this script; it only loads the
   server's own form page into place and sends it from there. */
"use strict";

const headers = { "X-Comments-Fragment": "1" };

function toElement(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector("[data-comment-part]");
}

function place(slot, part) {
  slot.replaceChildren(part);
  const first = part.querySelector(".comment-errors, textarea, input:not([type=hidden])");
  (first || part).focus();
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
  if (slot.firstChild) return slot.replaceChildren();
  link.setAttribute("aria-busy", "true");
  try {
    const part = toElement(await (await fetch(link.href, { headers })).text());
    if (!part) throw new Error("no form");
    place(slot, part);
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute("aria-busy");
  }
}

async function send(form) {
  const button = form.querySelector("button:not([type=button])");
  const slot = form.closest(".comment-slot");
  button.disabled = true;
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers });
    const part = toElement(await response.text());
    if (!part) throw new Error("no answer");
    place(slot, part);
  } catch {
    button.disabled = false;
    form.submit();
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-comment-form]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  load(link);
});

document.addEventListener("submit", (event) => {
  if (!event.target.closest(".comment-slot")) return;
  event.preventDefault();
  send(event.target);
});
