/* Shows the claims of a medical page above its form while an editor types, and after each save.
   Without this script the same list is behind the button "Claims" of the page. */
(() => {
  const script = document.currentScript;
  const PAUSE = 1500;

  function start() {
    const form = document.querySelector('#page-edit-form');
    if (!form) return;
    const box = document.createElement('details');
    const summary = document.createElement('summary');
    const list = document.createElement('div');
    box.className = 'claims-box';
    box.hidden = true;
    summary.setAttribute('role', 'status');
    box.append(summary, list);
    // Wagtail's own margins, so that the box stands in line with the fields.
    const margins = document.createElement('div');
    margins.className = 'nice-padding';
    margins.append(box);
    form.prepend(margins);
    watch(form, { box, summary, list });
  }

  function watch(form, view) {
    let timer = null;
    let running = null;
    let last = '';

    async function check() {
      const data = new FormData(form);
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
      const body = new URLSearchParams(data);
      const text = body.toString();
      if (text === last) return;
      last = text;
      if (running) running.abort();
      running = new AbortController();
      try {
        const address = `${script.dataset.url}?form=${encodeURIComponent(new URL(form.action).pathname)}`;
        const answer = await fetch(address, {
          method: 'POST', body, credentials: 'same-origin', signal: running.signal,
          headers: { 'X-Requested-With': 'XMLHttpRequest' },
        });
        if (!answer.ok) throw new Error(answer.status);
        show(view, await answer.json());
      } catch (error) {
        // Offline or logged out: the last list stays, the next change asks again.
        if (error.name !== 'AbortError') last = '';
      }
    }

    function soon() {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
    }

    form.addEventListener('input', soon);
    form.addEventListener('change', soon);
    // The rich text editor keeps its words in hidden fields and sends no event of its own.
    form.addEventListener('keyup', soon);
    form.addEventListener('w-autosave:success', soon);
    view.list.addEventListener('click', jump);
    soon();
  }

  function show(view, answer) {
    if (!answer.applies) return;
    view.box.hidden = false;
    view.summary.textContent = answer.summary;
    view.list.innerHTML = answer.html;
    view.box.classList.toggle('claims-box--blocking', answer.blocking > 0);
  }

  function jump(event) {
    const link = event.target.closest('[data-claims-place]');
    const target = link && find(link.dataset.claimsPlace);
    if (!target) return;
    event.preventDefault();
    open(target);
    target.scrollIntoView({ block: 'center' });
    const field = target.querySelector('[contenteditable="true"], input:not([type="hidden"]), textarea');
    if (field) field.focus({ preventScroll: true });
  }

  // A content path names fields and blocks from the outside in; the innermost that is there will do.
  function find(place) {
    let found = null;
    for (const part of place.split('.')) {
      const next = (found || document).querySelector(`[data-contentpath="${CSS.escape(part)}"]`);
      if (next) found = next;
    }
    return found;
  }

  function open(target) {
    const tab = target.closest('[role="tabpanel"]');
    const handle = tab && document.querySelector(`[role="tab"][href="#${tab.id}"]`);
    if (handle && tab.hidden) handle.click();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
