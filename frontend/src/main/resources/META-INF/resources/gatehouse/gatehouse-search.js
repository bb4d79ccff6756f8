/** “/” and Ctrl+K (⌘K) go to the search from wherever one is, but not out of a field in which one types. */
const typing = event => event.composedPath().some(each =>
    each instanceof HTMLElement && (each.matches('input:not([type=checkbox], [type=radio]), textarea, select') || each.isContentEditable));

document.addEventListener('keydown', event => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event);
    const k = event.key?.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !slash && !k) {
        return;
    }
    const field = document.querySelector('.gh-search-field');
    const link = document.querySelector('a.gh-find');
    if (field || link) {
        event.preventDefault();
        field ? field.focus() : link.click();
    }
});
