/**
 * A short tour of the screen: a card beside one place after the other, and a ring around the place. It is a modal dialog, so that the
 * keyboard stays in it, Escape puts it away, and whoever had the focus before has it again; the page is where it was. A click on what
 * the ring is around does what it would do without the tour, and ends it.
 */
const AIR = 8;
const MARGIN = 16;

class GatehouseTour extends HTMLElement {
    #steps = [];
    #at = 0;
    #dialog = null;
    #ring = null;
    #card = null;
    #before = 0;
    #place = () => this.#lay();

    set steps(steps) {
        this.#steps = steps;
    }

    connectedCallback() {
        // Once the page that it points at is there.
        requestAnimationFrame(() => requestAnimationFrame(() => this.isConnected && this.#steps.length > 0 && this.#open()));
    }

    disconnectedCallback() {
        window.removeEventListener('resize', this.#place);
        this.#dialog?.remove();
        this.#dialog = null;
    }

    #open() {
        if (this.#dialog) {
            return;
        }
        this.#dialog = document.createElement('dialog');
        this.#dialog.className = 'gh-tour';
        this.#dialog.setAttribute('aria-labelledby', 'gh-tour-title');
        this.#dialog.setAttribute('aria-describedby', 'gh-tour-words');
        this.#ring = this.#make('div', 'gh-tour-ring');
        this.#ring.setAttribute('aria-hidden', 'true');
        this.#card = this.#make('div', 'gh-tour-card');
        const count = this.#make('p', 'gh-caption');
        const title = this.#make('h2', '');
        title.id = 'gh-tour-title';
        const words = this.#make('p', '');
        words.id = 'gh-tour-words';
        words.setAttribute('aria-live', 'polite');
        const ways = this.#make('div', 'gh-tour-ways');
        const skip = this.#button('skip', 'is-quiet', () => this.#dialog.close());
        const back = this.#button('back', '', () => this.#go(this.#at - 1));
        const next = this.#button('next', 'is-primary', () => this.#go(this.#at + 1));
        ways.append(skip, this.#make('span', 'gh-spring'), back, next);
        this.#card.append(count, title, words, ways);
        this.#card.parts = { count, title, words, skip, back, next };
        this.#dialog.append(this.#ring, this.#card);
        this.#dialog.addEventListener('close', () => this.#end());
        this.#dialog.addEventListener('keydown', (event) => {
            if (event.key === 'ArrowRight') this.#go(Math.min(this.#at + 1, this.#steps.length - 1));
            if (event.key === 'ArrowLeft') this.#go(Math.max(this.#at - 1, 0));
        });
        this.#dialog.addEventListener('click', (event) => this.#through(event));
        document.body.append(this.#dialog);
        this.#before = this.#page()?.scrollTop ?? 0;
        this.#dialog.showModal();
        window.addEventListener('resize', this.#place);
        this.#go(0);
        next.focus();
    }

    #make(tag, style) {
        const node = document.createElement(tag);
        node.className = style;
        return node;
    }

    #button(word, style, press) {
        const button = this.#make('button', style);
        button.type = 'button';
        button.textContent = this.getAttribute(word);
        button.addEventListener('click', press);
        return button;
    }

    #go(step) {
        if (step >= this.#steps.length) {
            this.#dialog.close();
            return;
        }
        this.#at = step;
        const { count, title, words, skip, back, next } = this.#card.parts;
        const last = step === this.#steps.length - 1;
        count.textContent = this.getAttribute('count').replace('{at}', step + 1).replace('{of}', this.#steps.length);
        title.textContent = this.#steps[step].title;
        words.textContent = this.#steps[step].words;
        back.hidden = step === 0;
        skip.hidden = last;
        next.textContent = this.getAttribute(last ? 'done' : 'next');
        if (document.activeElement !== back || back.hidden) {
            next.focus();
        }
        this.#target()?.scrollIntoView({ block: 'center' });
        this.#lay();
        // Again once the page has moved.
        requestAnimationFrame(this.#place);
    }

    /** The first of the places of this step that is to be seen. */
    #target() {
        for (const place of this.#steps[this.#at].places) {
            const found = document.querySelector(place);
            const box = found?.getBoundingClientRect();
            if (box && box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
                && getComputedStyle(found).visibility !== 'hidden') {
                return found;
            }
        }
        return null;
    }

    /** The frame scrolls its content and not the window. */
    #page() {
        return document.querySelector('vaadin-app-layout')?.shadowRoot?.querySelector('[part~="content"]');
    }

    #through({ target, clientX: x, clientY: y }) {
        const box = this.#target()?.getBoundingClientRect();
        if (this.#card.contains(target) || !box || x < box.left || x > box.right || y < box.top || y > box.bottom) {
            return;
        }
        this.#dialog.close();
        document.elementFromPoint(x, y)?.click();
    }

    #lay() {
        const target = this.#target();
        this.#ring.hidden = target === null;
        this.#card.classList.toggle('is-alone', target === null);
        if (target === null) {
            this.#card.style.inset = '';
            return;
        }
        const box = target.getBoundingClientRect();
        // Of a tall place its beginning is shown.
        const height = Math.min(box.height, innerHeight * 0.45);
        const top = Math.max(box.top - AIR, 4);
        const left = Math.max(box.left - AIR, 4);
        const right = Math.min(box.right + AIR, innerWidth - 4);
        const bottom = Math.min(top + height + 2 * AIR, innerHeight - 4);
        Object.assign(this.#ring.style, { top: `${top}px`, left: `${left}px`, width: `${right - left}px`, height: `${bottom - top}px` });
        const { offsetWidth: wide, offsetHeight: high } = this.#card;
        const beside = right + MARGIN + wide < innerWidth && right < innerWidth * 0.4;
        const below = bottom + MARGIN + high < innerHeight;
        const y = beside ? top : below ? bottom + MARGIN : top - MARGIN - high;
        const x = beside ? right + MARGIN : left;
        this.#card.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - high - MARGIN))}px`;
        this.#card.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - wide - MARGIN))}px`;
    }

    #end() {
        window.removeEventListener('resize', this.#place);
        this.#dialog?.remove();
        this.#dialog = null;
        const page = this.#page();
        if (page) {
            page.scrollTop = this.#before;
        }
        if (document.activeElement === null || document.activeElement === document.body) {
            document.querySelector('main h1')?.focus({ preventScroll: true });
        }
        this.$server.seen();
    }
}

if (!customElements.get('gatehouse-tour')) {
    customElements.define('gatehouse-tour', GatehouseTour);
}
