// What the pages can do beyond being read: everything here is an addition, and every page works without it.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const isTyping = (event) =>
    event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select");

  // Arrow keys in a stemma: up and down along the rows, left to the source, right to the first copy.
  for (const chart of all("figure.stemma svg")) {
    const nodes = all("a.to-node", chart).sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    chart.addEventListener("keydown", (event) => {
      const node = event.target.closest("a.to-node");
      if (!node || isTyping(event)) return;
      const at = nodes.indexOf(node);
      const step = {
        ArrowUp: () => nodes[at - 1],
        ArrowDown: () => nodes[at + 1],
        Home: () => nodes[0],
        End: () => nodes[nodes.length - 1],
        ArrowLeft: () => nodes.find((other) => other.dataset.node === node.dataset.parent),
        ArrowRight: () => nodes.find((other) => other.dataset.parent === node.dataset.node),
      }[event.key];
      if (!step) return;
      event.preventDefault();
      step()?.focus();
    });
  }

  // Two texts that scroll together: what was changed is kept at the same height, and what lies between is stretched.
  const source = document.getElementById("source");
  const copy = document.getElementById("copy");
  if (source && copy) sideBySide(source, copy);

  function sideBySide(source, copy) {
    const keys = all("a.key", copy);
    const isSideways = () => getComputedStyle(copy).overflowY === "auto";
    const top = (element, flow) =>
      element.getBoundingClientRect().top - flow.getBoundingClientRect().top + flow.scrollTop;
    let anchors = null;
    const measured = () => {
      if (anchors) return anchors;
      const found = [[0, 0]];
      for (const key of keys) {
        const other = document.getElementById(key.id.replace("copy", "source"));
        if (!other) continue;
        const pair = [top(other, source), top(key, copy)];
        const last = found[found.length - 1];
        // What was moved would pull the texts back.
        if (pair[0] > last[0] + 4 && pair[1] > last[1] + 4) found.push(pair);
      }
      found.push([source.scrollHeight, copy.scrollHeight]);
      return (anchors = found);
    };
    addEventListener("resize", () => { anchors = null; });
    document.fonts?.ready.then(() => { anchors = null; });
    const place = (y, from, to) => {
      const pairs = measured();
      for (let at = 1; at < pairs.length; at++) {
        const [before, after] = [pairs[at - 1], pairs[at]];
        if (y <= after[from] || at === pairs.length - 1) {
          const share = (y - before[from]) / Math.max(1, after[from] - before[from]);
          return before[to] + share * (after[to] - before[to]);
        }
      }
      return y;
    };
    // A scroll that we make ourselves must not be answered.
    let leader = null;
    let release = 0;
    const follow = (one, other, from, to) => () => {
      if (!isSideways() || (leader && leader !== one)) return;
      leader = one;
      clearTimeout(release);
      release = setTimeout(() => { leader = null; }, 120);
      const line = one.clientHeight / 3;
      other.scrollTop = place(one.scrollTop + line, from, to) - line;
    };
    source.addEventListener("scroll", follow(source, copy, 0, 1), { passive: true });
    copy.addEventListener("scroll", follow(copy, source, 1, 0), { passive: true });

    let current = -1;
    const go = (next) => {
      if (!keys.length) return;
      current = (next + keys.length) % keys.length;
      all(".v.now").forEach((element) => element.classList.remove("now"));
      const key = keys[current];
      const other = document.getElementById(key.id.replace("copy", "source"));
      for (const element of [key, other]) element?.closest(".v")?.classList.add("now");
      key.focus({ preventScroll: true });
      if (isSideways()) {
        leader = copy;
        clearTimeout(release);
        release = setTimeout(() => { leader = null; }, 200);
        copy.scrollTop = top(key, copy) - copy.clientHeight / 3;
        if (other) source.scrollTop = top(other, source) - source.clientHeight / 3;
        copy.closest(".texts").scrollIntoView({ block: "nearest" });
      } else {
        key.scrollIntoView({ block: "center" });
      }
    };
    document.addEventListener("keydown", (event) => {
      if (isTyping(event)) return;
      if (event.key === "n") go(current + 1);
      if (event.key === "p") go(current < 0 ? -1 : current - 1);
    });
    keys.forEach((key, at) => key.addEventListener("focus", () => { current = at; }));
  }

  // A file that is dropped where it is asked for.
  for (const drop of all(".drop")) {
    const input = drop.querySelector("input[type=file]");
    const mark = (isOver) => (event) => {
      event.preventDefault();
      drop.classList.toggle("over", isOver);
    };
    drop.addEventListener("dragover", mark(true));
    drop.addEventListener("dragleave", mark(false));
    drop.addEventListener("drop", (event) => {
      mark(false)(event);
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }

  // A list that follows what is typed: the same address is fetched, and its list put in the place of this one.
  for (const form of all("form[data-live]")) {
    const box = form.querySelector("input[type=search]");
    let waiting = 0;
    let asked = 0;
    const refresh = async () => {
      const address = new URL(form.action);
      for (const [name, value] of new FormData(form)) if (value) address.searchParams.set(name, value);
      const number = ++asked;
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        if (!answer.ok || number !== asked) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const [old, fresh] = [document, page].map((one) => one.getElementById(form.dataset.live));
        if (!old || !fresh) return;
        old.replaceWith(document.adoptNode(fresh));
        history.replaceState(null, "", address);
      } catch {
        // The form still works as a form.
      }
    };
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 160);
    });
  }

  // What is folded is printed too.
  addEventListener("beforeprint", () => {
    for (const details of all("details:not([open]):not(.correct details)")) {
      details.open = true;
      details.dataset.folded = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of all("details[data-folded]")) {
      details.open = false;
      delete details.dataset.folded;
    }
  });
})();
