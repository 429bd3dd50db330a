/* "Cite a source" in the rich text editor: choose a Source, a citation is put where the cursor stands.
   Its number is given when the page is shown, from the order of the text. */
(() => {
  const { React, DraftJS, draftail, ChooserModalOnloadHandlerFactory } = window;
  const PLACEHOLDER = '[*]';

  class CitationSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.source,
        urlParams: {},
        onload: new ChooserModalOnloadHandlerFactory({ chosenResponseName: 'chosen' }).getOnLoadHandlers(),
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(data) {
      return { id: data.id, title: data.string || data.title };
    }

    // The words before the cursor stay as they are: a citation follows them.
    onChosen(data) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, 'IMMUTABLE', this.filterEntityData(data));
      const key = content.getLastCreatedEntityKey();
      const selection = editorState.getSelection();
      const end = selection.merge({
        anchorKey: selection.getEndKey(),
        anchorOffset: selection.getEndOffset(),
        focusKey: selection.getEndKey(),
        focusOffset: selection.getEndOffset(),
        isBackward: false,
      });
      const next = DraftJS.Modifier.insertText(content, end, PLACEHOLDER, null, key);
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, next, 'insert-characters'));
    }
  }

  const Citation = ({ entityKey, contentState, children }) => {
    const { title } = contentState.getEntity(entityKey).getData();
    return React.createElement('span', { title, style: { color: 'var(--w-color-text-link-default)' } }, children);
  };

  draftail.registerPlugin({ type: 'CITATION', source: CitationSource, decorator: Citation }, 'entityTypes');
})();
