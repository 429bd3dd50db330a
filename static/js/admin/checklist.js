/* Refresh the checklist beside the editor each time the draft has been saved. */
(() => {
  const refresh = async (panel) => {
    const { checklistUrl } = panel.dataset;
    if (!checklistUrl) return;
    const response = await fetch(checklistUrl, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (response.ok) panel.querySelector('[data-checklist]').innerHTML = await response.text();
  };

  document.addEventListener('w-autosave:success', () => {
    document.querySelectorAll('[data-checklist-url]').forEach((panel) => refresh(panel));
  });
})();
