/* Keep the preview of the search result up to date while somebody types. The same rules as pages/search_result. */
(() => {
  const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
  const width = (text) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
  const value = (name) => (document.getElementById(`id_${name}`)?.value || '').replace(/\s+/g, ' ').trim();

  const cut = (text, most) => {
    if (width(text) <= most) return text;
    let shown = '';
    for (const character of text) {
      if (width(shown + character) > most - 1) break;
      shown += character;
    }
    return `${shown.trimEnd()}…`;
  };

  const verdict = (text, least, most) => {
    if (!text) return 'missing';
    if (width(text) < least) return 'short';
    return width(text) > most ? 'long' : 'good';
  };

  const show = (panel, name, text) => {
    const line = panel.querySelector(`[data-line="${name}"]`);
    const { least, most } = line.dataset;
    const found = verdict(text, Number(least), Number(most));
    panel.querySelector(`[data-${name}]`).textContent = cut(text, Number(most));
    line.querySelector('[data-width]').textContent = width(text);
    if (line.dataset.verdict !== found) line.querySelector('[data-words]').textContent = line.dataset[found];
    line.dataset.verdict = found;
  };

  const refresh = (panel) => {
    show(panel, 'title', value('seo_title') || value('title'));
    show(panel, 'description', value('search_description') || value('summary'));
    panel.querySelector('[data-slug]').textContent = value('slug');
  };

  const start = () => {
    const panel = document.querySelector('[data-search-result]');
    if (!panel) return;
    const watched = new Set(['title', 'seo_title', 'search_description', 'summary', 'slug'].map((name) => `id_${name}`));
    ['input', 'change'].forEach((kind) =>
      document.addEventListener(kind, (event) => watched.has(event.target.id) && refresh(panel)),
    );
    refresh(panel);
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
