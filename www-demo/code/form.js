import { pick } from 'kyc-rules';

const page = pick(['phoneNumber', 'nationality']);
const form = document.querySelector('#kyc');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { verdict, issues } = page.validate(Object.fromEntries(new FormData(form)));
  for (const path of page.paths) {
    const issue = issues.find((it) => it.path === path && it.severity !== 'warning');
    form.querySelector(`#${path}-said`).textContent = issue?.message ?? '';
    form.elements[path].toggleAttribute('aria-invalid', issue !== undefined);
  }
  if (verdict === 'ready') form.dispatchEvent(new CustomEvent('kyc-ready', { bubbles: true }));
});
