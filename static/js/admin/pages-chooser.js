/* Choose several pages: each choice of Wagtail's page chooser is added to the list. */
(() => {
  const add = (root, page) => {
    const chosen = [...root.querySelectorAll('[data-list] input')].map((input) => input.value);
    if (chosen.includes(String(page.id))) return;
    const item = root.querySelector('template').content.cloneNode(true);
    item.querySelector('input').value = page.id;
    item.querySelector('span').textContent = page.adminTitle || page.title;
    root.querySelector('[data-list]').append(item);
    root.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const open = (root) =>
    window.ModalWorkflow({
      url: root.dataset.url,
      urlParams: { multiple: 1 },
      onload: window.PAGE_CHOOSER_MODAL_ONLOAD_HANDLERS,
      responses: { pageChosen: (pages) => [].concat(pages).forEach((page) => add(root, page)) },
    });

  document.addEventListener('click', (event) => {
    const root = event.target.closest('[data-pages-chooser]');
    if (!root) return;
    if (event.target.closest('[data-add]')) open(root);
    if (event.target.closest('[data-remove]')) {
      event.target.closest('li').remove();
      root.dispatchEvent(new Event('change', { bubbles: true }));
      root.querySelector('[data-add]').focus();
    }
  });
})();
