// What is wrong with the page that is shown, as a list of sentences: run in the page by desk.py.
() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("body *")].find(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, .vh"));
    faults.push(`the page scrolls sideways by ${root.scrollWidth - innerWidth} px: ${wide?.outerHTML.slice(0, 120)}`);
  }

  const parsed = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const scale = colour.startsWith("color(") ? 255 : 1;
    return { rgb: numbers.slice(0, 3).map((n) => n * scale), alpha: numbers.length > 3 ? numbers[3] : 1 };
  };
  const over = (top, ground) => top.rgb.map((n, i) => n * top.alpha + ground[i] * (1 - top.alpha));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((n) => n / 255).map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = parsed(getComputedStyle(at).backgroundColor);
      if (colour.alpha > 0) layers.push(colour);
      if (colour.alpha === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), canvas);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let checked = 0;
  const seen = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("title, desc, script, .vh, option")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const below = ground(element);
    const colour = over(parsed(isDrawn ? style.fill : style.color), below);
    const [light, dark] = [luminance(colour), luminance(below)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    checked += 1;
    const key = `${element.tagName}.${element.getAttribute("class")} ${Math.round(ratio * 10)}`;
    if (ratio < (isLarge ? 3 : 4.5) && !seen.has(key)) {
      seen.add(key);
      faults.push(`contrast ${ratio.toFixed(2)} of “${node.data.trim().slice(0, 40)}” in <${key}>`);
    }
  }
  if (!checked) faults.push("nothing is written on the page");

  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.labels?.length && !field.ariaLabel) faults.push(`no label: ${field.outerHTML.slice(0, 80)}`);
  }
  for (const region of document.querySelectorAll(".scroll, .flow")) {
    if (region.scrollWidth > region.clientWidth && (region.tabIndex < 0 || !region.ariaLabel))
      faults.push("something scrolls that no key reaches");
  }
  if (!document.title || !root.lang) faults.push("no title or no language");
  if (document.querySelectorAll("main").length !== 1) faults.push("not one <main>");
  return faults;
};
