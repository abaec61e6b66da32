
"use strict";
(() => {
  const filter = document.getElementById("filter");
  const choices = [...filter.querySelectorAll("a")];
  const said = filter.querySelector(".filtered");

  const show = (host) => {
    for (const part of document.querySelectorAll("[data-host]")) {
      part.hidden = host !== "0" && part.dataset.host !== host;
    }
    for (const group of document.querySelectorAll(".phase, .time-line li")) {
      group.hidden = !group.querySelector("[data-host]:not([hidden])");
    }
    for (const choice of choices) {
      if (choice.hash === "#host-" + host) {
        choice.setAttribute("aria-current", "true");
      } else {
        choice.removeAttribute("aria-current");
      }
    }
    said.hidden = host === "0";
  };

  // In the address, so that a filtered page can be handed on; links to steps leave the filter as it is.
  const follow = () => {
    const asked = /^#host-\d+$/.test(location.hash) && choices.find((choice) => choice.hash === location.hash);
    if (asked) {
      show(asked.hash.slice("#host-".length));
    }
  };

  const copied = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      // Pages from a file or over plain HTTP may not write to the clipboard; the old way still works there.
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  };

  for (const button of document.querySelectorAll(".copy")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (await copied(button.parentElement.querySelector("code"))) {
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = label; }, 1500);
      }
    });
  }

  filter.hidden = false;
  addEventListener("hashchange", follow);
  follow();
})();
