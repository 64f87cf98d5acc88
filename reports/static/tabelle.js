// The tables of the comparison scroll sideways together; without this script each scrolls by itself.
"use strict";
(() => {
  const regions = [...document.querySelectorAll(".matrix .region")];
  for (const region of regions) {
    region.addEventListener("scroll", () => {
      for (const other of regions) if (other.scrollLeft !== region.scrollLeft) other.scrollLeft = region.scrollLeft;
    }, { passive: true });
  }
})();
