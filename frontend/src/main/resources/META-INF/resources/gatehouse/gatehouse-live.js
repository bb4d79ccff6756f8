/**
 * Says how long ago the page last heard from the server, and asks it to look again: while the page is seen, while nobody paused it, and
 * while somebody has moved in the last half an hour, so that a forgotten tab lets its session end.
 */
const RESTING = 30 * 60 * 1000;
/** An answer that takes longer is not waited for. */
const PATIENCE = 20000;

class GatehouseLive extends HTMLElement {
    static observedAttributes = ['seen'];
    #seen = Date.now();
    #asked = 0;
    #paused = false;
    #moved = Date.now();
    #timer = null;
    #words = null;
    #button = null;
    #awake = () => { this.#moved = Date.now(); };
    #look = () => this.#tick();

    connectedCallback() {
        if (this.#words === null) {
            this.#words = document.createElement('span');
            this.#button = document.createElement('button');
            this.#button.type = 'button';
            this.#button.addEventListener('click', () => this.#pause(!this.#paused));
            this.append(this.#words, this.#button);
        }
        for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
            addEventListener(kind, this.#awake, { passive: true });
        }
        document.addEventListener('visibilitychange', this.#look);
        this.#timer = setInterval(this.#look, 1000);
        this.#show();
    }

    disconnectedCallback() {
        clearInterval(this.#timer);
        document.removeEventListener('visibilitychange', this.#look);
        for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
            removeEventListener(kind, this.#awake);
        }
    }

    attributeChangedCallback() {
        this.#seen = Date.now();
        this.#asked = 0;
        this.#show();
    }

    #pause(wanted) {
        this.#paused = wanted;
        this.#moved = Date.now();
        if (!wanted) {
            this.#ask();
        }
        this.#show();
    }

    #tick() {
        const now = Date.now();
        if (!this.#paused && now - this.#moved > RESTING) {
            this.#paused = true;
        }
        const due = now - this.#seen >= Number(this.getAttribute('every'));
        const waiting = this.#asked !== 0 && now - this.#asked < PATIENCE;
        if (!this.#paused && !document.hidden && due && !waiting) {
            this.#ask();
        }
        this.#show();
    }

    #ask() {
        this.#asked = Date.now();
        this.dispatchEvent(new CustomEvent('gatehouse-look'));
    }

    #show() {
        if (this.#words === null) {
            return;
        }
        const seconds = Math.round((Date.now() - this.#seen) / 1000);
        const ago = seconds < 2 ? this.getAttribute('just')
            : seconds < 60 ? this.getAttribute('seconds').replace('#', seconds)
            : this.getAttribute('minutes').replace('#', Math.round(seconds / 60));
        const words = this.#paused ? `${this.getAttribute('paused')} · ${ago}` : ago;
        if (this.#words.textContent !== words) {
            this.#words.textContent = words;
        }
        const press = this.getAttribute(this.#paused ? 'go' : 'pause');
        if (this.#button.textContent !== press) {
            this.#button.textContent = press;
        }
    }
}

if (!customElements.get('gatehouse-live')) {
    customElements.define('gatehouse-live', GatehouseLive);
}
