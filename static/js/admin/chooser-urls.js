/* Tells the translation editor where its choosers are; the addresses stand at the script's own element. */
(function () {
  const { image, document: documents, page } = document.currentScript.dataset;
  window.chooserUrls ??= { imageChooser: image, documentChooser: documents, pageChooser: page };
})();
