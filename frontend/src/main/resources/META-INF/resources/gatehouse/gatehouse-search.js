/** “/” and Ctrl+K (⌘K) go to the search from wherever one is, but not out of a field in which one types. */
const typing = event => event.composedPath().some(each =>
    each instanceof HTMLElement && (each.matches('input:not([type=checkbox], [type=radio]), textarea, select') || each.isContentEditable));

const PATIENCE_MS = 5_000;

/** What is typed on the way to the search, until its field is there to take it; null when nobody is on the way. */
let ahead = null;

const arrive = () => {
    const input = document.querySelector('.gh-search-field')?.inputElement;
    if (!input && performance.now() < ahead.until) {
        requestAnimationFrame(arrive);
        return;
    }
    const { words, entered } = ahead;
    ahead = null;
    if (!input) {
        return;
    }
    input.focus();
    if (words) {
        input.value = words;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    if (entered) {
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
};

const takeAhead = event => {
    if (event.key === 'Enter') {
        ahead.entered = true;
    } else if (event.key === 'Backspace') {
        ahead.words = ahead.words.slice(0, -1);
    } else if ([...event.key].length === 1) {
        ahead.words += event.key;
    } else {
        return;
    }
    event.preventDefault();
};

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !event.key) {
        return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (ahead && plain && !typing(event)) {
        takeAhead(event);
        return;
    }
    const slash = event.key === '/' && plain && !typing(event);
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) {
        return;
    }
    const field = document.querySelector('.gh-search-field');
    const link = document.querySelector('a.gh-find');
    if (field) {
        event.preventDefault();
        field.focus();
    } else if (ahead) {
        event.preventDefault();
    } else if (link) {
        event.preventDefault();
        ahead = { words: '', entered: false, until: performance.now() + PATIENCE_MS };
        link.click();
        arrive();
    }
});
