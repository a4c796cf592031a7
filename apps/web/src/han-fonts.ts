import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-sans-tc/index.css';
