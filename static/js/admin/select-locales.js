/* "Select all" in the form that submits a page for translation. */
(function () {
  const all = document.querySelector('[name="select_all"]');
  all?.addEventListener('change', () => {
    for (const locale of document.querySelectorAll('[name="locales"]')) locale.checked = all.checked;
  });
})();
