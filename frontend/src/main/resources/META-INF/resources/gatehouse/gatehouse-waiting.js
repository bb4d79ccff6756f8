/**
 * While the next screen is on its way for longer than people take for immediate, the place of the old one is taken by the outline of
 * what comes: cards, or rows. Works on whatever the server answers slowly, without the screens knowing of it.
 */
const PATIENCE = 300;
const CARDS = /^\/(?:$|models\/|promotions\/)/;
let destination = null;
let timer = null;

document.addEventListener('click', event => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement && node.href);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const ours = link && (link.hasAttribute('router-link') || link.getRootNode().host?.localName === 'vaadin-side-nav-item');
    if (plain && ours && new URL(link.href).pathname !== location.pathname) {
        destination = new URL(link.href).pathname.slice(new URL(document.baseURI).pathname.length - 1);
    }
}, { capture: true });

function connection(before, now) {
    clearTimeout(timer);
    if (now === 'loading' && destination !== null) {
        const shape = CARDS.test(destination) ? 'cards' : 'rows';
        timer = setTimeout(() => document.documentElement.setAttribute('data-waiting', shape), PATIENCE);
    } else if (now !== 'loading') {
        destination = null;
        document.documentElement.removeAttribute('data-waiting');
    }
}

window.Vaadin?.connectionState?.addStateChangeListener(connection);
