// Marks the section that is being read in the list of contents, and folds the list again after a choice.
// Without this script every link works; the style sheet opens the list where there is room beside the text.
(() => {
  const nav = document.querySelector(".contents");
  if (!nav || !("IntersectionObserver" in window)) return;
  const box = nav.querySelector("details");
  const wide = matchMedia("(width >= 68rem)");
  const fold = () => { box.open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();

  const links = new Map();
  for (const link of nav.querySelectorAll("a[href^='#']")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  const targets = [...links.keys()];
  const mark = () => {
    const line = innerHeight / 3;
    const current = targets.filter((target) => target.getBoundingClientRect().top < line).pop();
    for (const [target, link] of links) {
      if (target === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
  targets.forEach((target) => observer.observe(target));
  nav.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) box.open = false;
  });
})();
