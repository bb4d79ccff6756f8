import * as echarts from './echarts-6.0.0.esm.min.js';

/** A picture of figures: takes its options as JSON, its colours from the page, its size from its box. */
class GatehouseChart extends HTMLElement {
    #chart = null;
    #options = null;
    #sizes = new ResizeObserver(() => this.#chart?.resize());
    #scheme = window.matchMedia('(prefers-color-scheme: dark)');
    #theme = new MutationObserver(() => this.#draw());
    #redraw = () => this.#draw();

    set options(json) {
        this.#options = typeof json === 'string' ? JSON.parse(json) : json;
        if (this.#chart) {
            this.#chart.setOption(this.#all(), { notMerge: true });
        } else {
            this.#draw();
        }
    }

    connectedCallback() {
        if (!this.hasAttribute('role')) {
            this.setAttribute('role', 'img');
        }
        this.#sizes.observe(this);
        this.#scheme.addEventListener('change', this.#redraw);
        this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
        this.#draw();
    }

    disconnectedCallback() {
        this.#sizes.disconnect();
        this.#theme.disconnect();
        this.#scheme.removeEventListener('change', this.#redraw);
        this.#chart?.dispose();
        this.#chart = null;
    }

    #draw() {
        if (!this.isConnected || !this.#options) {
            return;
        }
        this.#chart?.dispose();
        this.#chart = echarts.init(this, this.#colours(), { renderer: 'svg' });
        this.#chart.setOption(this.#all());
    }

    #all() {
        const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
        const { parallelAxis } = this.#options;
        return {
            animation: !still,
            animationDuration: 150,
            animationDurationUpdate: 150,
            // The element itself carries the description, so the library's own must not repeat it.
            aria: { enabled: false, decal: { show: true } },
            ...this.#options,
            // A theme is not asked for these, since there are several.
            ...(parallelAxis ? { parallelAxis: parallelAxis.map((axis) => ({ ...this.#upright(), ...axis })) } : {}),
        };
    }

    /** Marks stand on a ground of their own, so that no line crosses them out. */
    #upright() {
        const style = getComputedStyle(document.documentElement);
        const token = (name) => style.getPropertyValue(name).trim();
        return {
            axisLabel: { color: token('--gh-text-2'), backgroundColor: token('--gh-surface'), padding: [1, 3], borderRadius: 2 },
            nameTextStyle: { color: token('--gh-text'), fontWeight: 600 },
        };
    }

    #colours() {
        const style = getComputedStyle(document.documentElement);
        const token = (name) => style.getPropertyValue(name).trim();
        const axis = {
            axisLabel: { color: token('--gh-text-2') },
            nameTextStyle: { color: token('--gh-text-2') },
            axisLine: { lineStyle: { color: token('--gh-control') } },
            splitLine: { lineStyle: { color: [token('--gh-line')] } },
        };
        return {
            color: [1, 2, 3, 4, 5, 6].map((n) => token(`--gh-series-${n}`)),
            backgroundColor: 'transparent',
            textStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 13, color: token('--gh-text') },
            legend: { textStyle: { color: token('--gh-text') } },
            tooltip: { backgroundColor: token('--gh-surface'), borderColor: token('--gh-line'), textStyle: { color: token('--gh-text') } },
            categoryAxis: axis,
            valueAxis: axis,
            timeAxis: axis,
        };
    }
}

if (!customElements.get('gatehouse-chart')) {
    customElements.define('gatehouse-chart', GatehouseChart);
}
