/**
 * After a navigation the reading position moves to the new heading, as a page load would move it, and the page begins at its top; on
 * the way back it is where somebody left it. The browser may take the focus away once more while the old screen is taken down, and a
 * screen may grow after it is there, so both are seen to until the page has settled, unless the person has gone elsewhere meanwhile.
 */
const SETTLED = 1500;
const EVERY = 50;
const LEFT = 50;
let latest = 0;

/** How far down somebody was, by place; of the places of this tab the latest. */
const left = new Map();

/** What is shown; the address bar says it a moment later. */
let here = location.pathname.slice(1);

/** The frame scrolls its content and not the window. */
const scroller = () => document.querySelector('vaadin-app-layout')?.shadowRoot?.querySelector('[part~="content"]');

function remember(event) {
    left.delete(here);
    left.set(here, event.target.scrollTop);
    if (left.size > LEFT) {
        left.delete(left.keys().next().value);
    }
}

customElements.whenDefined('vaadin-app-layout').then(() => {
    (function watch() {
        const page = scroller();
        if (page) {
            page.addEventListener('scroll', remember, { passive: true });
        } else {
            setTimeout(watch, EVERY);
        }
    })();
});

/** Whoever scrolls decides where they are. */
let moved = false;
for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(kind, () => { moved = true; }, { capture: true, passive: true });
}

document.addEventListener('gatehouse-arrived', (event) => {
    const arrival = ++latest;
    const end = performance.now() + SETTLED;
    const { back, place: now } = event.detail;
    const before = back ? left.get(now) ?? 0 : 0;
    here = now;
    let reached = false;
    moved = false;

    function place() {
        const page = scroller();
        const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
        if (named && !back) {
            named.scrollIntoView();
        } else if (page && Math.abs(page.scrollTop - before) > 1) {
            page.scrollTop = before;
        }
    }

    function hold() {
        const heading = document.querySelector('main h1');
        const at = document.activeElement;
        const lost = at === null || at === document.body;
        const elsewhere = reached && !lost && at !== heading;
        if (arrival !== latest || elsewhere || performance.now() > end) {
            return;
        }
        if (heading && at !== heading) {
            heading.focus({ preventScroll: true });
        }
        reached ||= heading !== null && document.activeElement === heading;
        if (!moved) {
            place();
        }
        setTimeout(hold, EVERY);
    }

    place();
    setTimeout(hold, EVERY);
});
