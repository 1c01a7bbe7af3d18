// Says how many points are left to share out, while they are.

function count(group) {
  const said = group.querySelector('[data-sum]');
  const fields = [...group.querySelectorAll('input')];
  const { total, left, over } = group.dataset;
  const show = () => {
    const sum = fields.reduce((all, field) => all + (Number.parseInt(field.value, 10) || 0), 0);
    const rest = Number(total) - sum;
    said.textContent = (rest < 0 ? over : left).replace('%{count}', Math.abs(rest));
  };
  group.addEventListener('input', show);
  show();
}

document.querySelectorAll('[data-module="fm-points"]').forEach(count);
