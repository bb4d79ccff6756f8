// MLflow's clients print links into MLflow's own screens, which live behind a '#', so that the server never sees them:
// http://host/#/experiments/1/runs/<id>. The browser carries that part along to the sign-in. This script turns it into
// the address of our screen, before anything is painted; a stranger is then sent to the sign-in with a way back.
// The places: https://github.com/mlflow/mlflow/blob/master/mlflow/server/js/src/experiment-tracking/routes.ts
(function () {
    function part(text) {
        try {
            return encodeURIComponent(decodeURIComponent(text));
        } catch (malformed) {
            return encodeURIComponent(text);
        }
    }

    function place(hash) {
        const [root, id, kind, inner] = hash.slice(2).split('?')[0].split('/');
        if (root === 'experiments' && id && kind === 'runs' && inner) {
            return `runs/${part(inner)}`;
        }
        if (root === 'experiments' || root === 'models') {
            return id ? `${root}/${part(id)}` : root;
        }
        return '';
    }

    function follow() {
        if (location.hash.startsWith('#/')) {
            location.replace(new URL(place(location.hash), document.baseURI));
        }
    }

    window.addEventListener('hashchange', follow);
    follow();
})();
