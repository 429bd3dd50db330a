/* A reviewer's answer, from the editor: asks for the checklist or the note in a window, then goes on. */
(() => {
  const answer = (button) =>
    window.ModalWorkflow({
      url: button.dataset.reviewAnswer,
      triggerElement: button,
      onload: {
        action: (modal) => modal.ajaxifyForm(window.jQuery('form', modal.body)),
        success: (_modal, { redirect }) => window.location.assign(redirect),
      },
    });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-review-answer]');
    if (button) answer(button);
  });
})();
