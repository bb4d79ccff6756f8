/**
 * After a navigation the reading position moves to the new heading, as a page load would move it. The browser may take the focus away
 * once more while the old screen is taken down, so the heading is given it again until the page has settled, unless the person has
 * gone elsewhere meanwhile.
 */
const SETTLED = 1500;
const EVERY = 50;
let latest = 0;

document.addEventListener('gatehouse-arrived', () => {
    const arrival = ++latest;
    const end = performance.now() + SETTLED;
    let reached = false;

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
        setTimeout(hold, EVERY);
    }

    setTimeout(hold, EVERY);
});
