/* Offer codes of ICD-10-CM under the field while somebody types a code or words. Works in rows added later. */
(() => {
  const WAIT = 200;
  let timer;

  const rowOf = (input) => ['system', 'label'].reduce((row, name) => ({ ...row, [name]: document.getElementById(input.id.replace(/code$/, name)) }), {});

  const listOf = (input) => {
    const id = `${input.id}-offers`;
    const list = document.getElementById(id) || document.createElement('ul');
    if (!list.id) {
      Object.assign(list, { id, className: 'icd10cm' });
      list.setAttribute('aria-live', 'polite');
      input.after(list);
    }
    return list;
  };

  const pick = (input, { code, label }) => {
    const row = rowOf(input);
    input.value = code;
    if (row.label) row.label.value = label;
    if (row.system) row.system.value = 'icd10cm';
    listOf(input).replaceChildren();
    [input, row.label, row.system].forEach((field) => field?.dispatchEvent(new Event('change', { bubbles: true })));
    input.focus();
  };

  const offer = (input, offered) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small button-secondary';
    button.textContent = `${offered.code} ${offered.label}`;
    button.addEventListener('click', () => pick(input, offered));
    const item = document.createElement('li');
    item.append(button);
    return item;
  };

  const look = async (input) => {
    const system = rowOf(input).system?.value;
    const text = input.value.trim();
    if ((system && system !== 'icd10cm') || text.length < 2) return listOf(input).replaceChildren();
    const response = await fetch(`${input.dataset.icd10cm}?q=${encodeURIComponent(text)}`, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!response.ok || input.value.trim() !== text) return undefined;
    const { codes, hint } = await response.json();
    const items = codes.map((offered) => offer(input, offered));
    if (hint) {
      const item = document.createElement('li');
      item.textContent = hint;
      items.push(item);
    }
    return listOf(input).replaceChildren(...items);
  };

  document.addEventListener('input', (event) => {
    if (!event.target.matches('[data-icd10cm]')) return;
    clearTimeout(timer);
    timer = setTimeout(() => look(event.target), WAIT);
  });
})();
