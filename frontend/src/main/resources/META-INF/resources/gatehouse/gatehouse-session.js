/**
 * Warns before the session ends for want of activity. Whatever the page sends to the server counts as activity, in every tab of the
 * portal: the moment is shared through the browser's storage. At the end the page loads anew, which leads to the sign-in and from there
 * back to the same address.
 */
const KEY = 'gatehouse.active';
const EVERY = 5000;

class GatehouseSession extends HTMLElement {
    #since = Date.now();
    #timer = null;
    #dialog = null;
    #requests = null;

    connectedCallback() {
        this.#active();
        this.#requests = new PerformanceObserver(list => {
            if (list.getEntries().some(entry => entry.name.includes('v-r=uidl'))) {
                this.#active();
            }
        });
        this.#requests.observe({ type: 'resource' });
        this.#timer = setInterval(() => this.#look(), EVERY);
    }

    disconnectedCallback() {
        clearInterval(this.#timer);
        this.#requests.disconnect();
        this.#dialog?.remove();
        this.#dialog = null;
    }

    #active() {
        this.#since = Date.now();
        try { localStorage.setItem(KEY, String(this.#since)); } catch (closed) { /* this tab alone then */ }
    }

    #lastActive() {
        try { return Math.max(this.#since, Number(localStorage.getItem(KEY)) || 0); } catch (closed) { return this.#since; }
    }

    #look() {
        const left = this.#lastActive() + Number(this.getAttribute('timeout')) * 1000 - Date.now();
        if (left <= 0) {
            this.#end();
        } else if (left <= Number(this.getAttribute('warning')) * 1000) {
            this.#warn();
        } else if (this.#dialog?.open) {
            this.#dialog.close();
        }
    }

    #warn() {
        this.#dialog ??= this.#build();
        if (!this.#dialog.open) {
            this.#dialog.showModal();
        }
    }

    #build() {
        const dialog = document.createElement('dialog');
        dialog.className = 'gh-session';
        dialog.setAttribute('role', 'alertdialog');
        dialog.setAttribute('aria-labelledby', 'gh-session-title');
        dialog.setAttribute('aria-describedby', 'gh-session-words');
        const title = document.createElement('h2');
        title.id = 'gh-session-title';
        title.textContent = this.getAttribute('heading');
        const words = document.createElement('p');
        words.id = 'gh-session-words';
        words.textContent = this.getAttribute('words');
        const stay = document.createElement('button');
        stay.type = 'button';
        stay.textContent = this.getAttribute('stay');
        stay.addEventListener('click', () => dialog.close());
        dialog.append(title, words, stay);
        // Escape closes it too, and means the same: somebody is there.
        dialog.addEventListener('close', () => {
            if (this.isConnected) {
                this.#active();
                this.$server.stay();
            }
        });
        document.body.append(dialog);
        return dialog;
    }

    #end() {
        clearInterval(this.#timer);
        // The server may have forgotten the session by now; loading the page anew is right either way.
        Promise.resolve(this.$server.end()).catch(() => {}).finally(() => location.reload());
        setTimeout(() => location.reload(), 3000);
    }
}

customElements.define('gatehouse-session', GatehouseSession);
