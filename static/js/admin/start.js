/* Lets Wagtail's admin run under a policy that forbids inline scripts and inline styles.

   1. An element <span hidden data-start="PageChooser" data-start-as="class" data-start-arguments="[…]"> names a
      class or a function of the window and its arguments in JSON. It is called once, as soon as the element is
      in the page: while the page loads, in a dialogue, or in a row that was added to a form.
   2. The rich text editor and the translation editor make <style> elements. They get others in their place,
      whose rules are adopted as style sheets: that the policy allows to scripts of this site.
   3. The chooser of a picture's focal point is told whether there is a touch screen: asked to find out, it sets
      an inline handler. */
(function () {
  const ADOPTED = 'adopted-style';
  const records = new WeakMap();

  const call = (element) => {
    const { start, startAs, startArguments } = element.dataset;
    delete element.dataset.start;
    const words = JSON.parse(startArguments);
    if (startAs === 'class') {
      new window[start](...words);
    } else {
      window[start](...words);
    }
  };

  const recordOf = (style) => {
    if (!records.has(style)) records.set(style, { text: '', sheet: new CSSStyleSheet() });
    return records.get(style);
  };

  const sheetOf = (style) => {
    const record = recordOf(style);
    if (record.text !== style.textContent) {
      record.text = style.textContent;
      record.sheet.replaceSync(record.text);
    }
    return record.sheet;
  };

  const { createElement } = Document.prototype;
  Document.prototype.createElement = function (name, ...options) {
    if (String(name).toLowerCase() !== 'style') return createElement.call(this, name, ...options);
    const element = createElement.call(this, ADOPTED);
    element.hidden = true;
    Object.defineProperty(element, 'sheet', { get: () => sheetOf(element) });
    return element;
  };

  const look = () => {
    document.querySelectorAll('[data-start]').forEach(call);
    const wanted = [...document.querySelectorAll(ADOPTED)].map(sheetOf);
    const present = document.adoptedStyleSheets;
    if (wanted.length !== present.length || wanted.some((sheet, place) => sheet !== present[place])) {
      document.adoptedStyleSheets = wanted;
    }
  };

  const everything = { childList: true, subtree: true, characterData: true };
  window.jQuery?.(() => {
    const { Jcrop } = window.jQuery;
    if (Jcrop) Jcrop.defaults.touchSupport = 'ontouchstart' in window;
  });

  new MutationObserver(look).observe(document.documentElement, everything);
  look();
})();
