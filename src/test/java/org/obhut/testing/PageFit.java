package org.obhut.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What an eye finds at once and axe does not: a page wider than its window, parts outside it, words that run out of their
 * control or are cut without saying the whole elsewhere, and controls that lie over each other.
 */
public final class PageFit {

    /** Bars that stay while the page moves below them lie over it by intent; what scrolls by itself may be wider than it is. */
    private static final String FOUND = """
            () => {
              const found = [], seen = (each) => {
                const box = each.getBoundingClientRect();
                return box.width > 1 && box.height > 1 && each.checkVisibility({ visibilityProperty: true })
                  && !each.closest('.kern-sr-only, svg, .ob-skip, dialog:not([open])');
              };
              const name = (each) => `${each.tagName.toLowerCase()}.${each.className} "${each.textContent.trim().slice(0, 40)}"`;
              const above = (each, test) => {
                for (let up = each.parentElement; up; up = up.parentElement) {
                  if (test(getComputedStyle(up))) { return true; }
                }
                return false;
              };
              // What of a control can be seen: panes that scroll cut off the rest.
              const visible = (each) => {
                const seen = each.getBoundingClientRect(), part = { left: seen.left, top: seen.top, right: seen.right, bottom: seen.bottom };
                for (let up = each.parentElement; up; up = up.parentElement) {
                  if (within(getComputedStyle(up))) {
                    const pane = up.getBoundingClientRect();
                    part.left = Math.max(part.left, pane.left);
                    part.top = Math.max(part.top, pane.top);
                    part.right = Math.min(part.right, pane.right);
                    part.bottom = Math.min(part.bottom, pane.bottom);
                  }
                }
                return part;
              };
              const within = (look) => look.overflowX !== 'visible';
              const stays = (look) => look.position === 'sticky' || look.position === 'fixed';
              if (document.documentElement.scrollWidth > innerWidth) {
                found.push(`wider than the window by ${document.documentElement.scrollWidth - innerWidth} px`);
              }
              const all = [...document.querySelectorAll('body *')].filter(seen);
              for (const each of all) {
                const box = each.getBoundingClientRect(), look = getComputedStyle(each);
                if ((box.right > innerWidth + 1 || box.left < -1) && !above(each, within)) {
                  found.push(`outside: ${name(each)}`);
                }
                const wider = each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1;
                // A field scrolls what is typed into it.
                if (wider && /hidden|clip/.test(look.overflowX) && !each.matches('input') && !each.title && !each.querySelector('[title]')) {
                  found.push(`cut: ${name(each)}`);
                }
                if (wider && look.overflowX === 'visible' && each.matches('button, a, summary, label, th, td, dt, dd, h1, h2, h3, p, li')) {
                  found.push(`runs out: ${name(each)}`);
                }
              }
              const controls = all.filter((each) => each.matches('a, button, summary, input, select, textarea')
                && !each.matches('.ob-chip input, .ob-item__subject') && !stays(getComputedStyle(each)) && !above(each, stays));
              const parts = controls.map(visible);
              controls.forEach((one, at) => {
                for (let next = at + 1; next < controls.length; next++) {
                  const other = controls[next], a = parts[at], b = parts[next];
                  const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
                  if (over && !one.contains(other) && !other.contains(one) && !one.closest('.ob-affix') && !document.querySelector('.ob-menu[open], .ob-picker[open]')) {
                    found.push(`lie over each other: ${name(one)} and ${name(other)}`);
                  }
                }
              });
              return [...new Set(found)];
            }""";

    private PageFit() {}

    public static void assertFits(Page page, String name) {
        assertEquals(List.of(), page.evaluate(FOUND), name);
    }
}
