/* Lets Wagtail's admin run under a policy that forbids inline scripts and inline styles.

   1. An element <span hidden data-start="PageChooser" data-start-as="class" data-start-arguments="[…]"> names a
      class or a function of the window and its arguments in JSON. It is called once, as soon as the element is
      in the page: while the page loads, in a dialogue, or in a row that was added to a form.
   2. The rich text editor makes <style> elements. It gets others in their place, whose rules are adopted as
      style sheets: that the policy allows to scripts of this site.
   3. The chooser of a picture's focal point is told whether there is a touch screen: asked to find out, it sets
      an inline handler. */
(function () {
  const ADOPTED = 'adopted-style';
  const sheets = new WeakMap();

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

  const sheetOf = (style) => {
    const known = sheets.get(style);
    if (known?.text === style.textContent) return known.sheet;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    sheets.set(style, { text: style.textContent, sheet });
    return sheet;
  };

  const { createElement } = Document.prototype;
  Document.prototype.createElement = function (name, ...options) {
    if (String(name).toLowerCase() !== 'style') return createElement.call(this, name, ...options);
    const element = createElement.call(this, ADOPTED);
    element.hidden = true;
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
