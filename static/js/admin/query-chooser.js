/* The field for a search term in the form for promoted results: its button opens the terms that were asked. */
window.createQueryChooser = function (id, url) {
  const input = document.getElementById(id);
  const chooser = document.getElementById(`${id}-chooser`);
  chooser.addEventListener('click', () => {
    window.ModalWorkflow({
      url,
      onload: window.QUERY_CHOOSER_MODAL_ONLOAD_HANDLERS,
      responses: {
        queryChosen(query) {
          input.value = query.querystring;
        },
      },
    });
  });
};
