import { absolutePath, nameOf, parentOf } from '../files/path.ts';
import { findProgram } from '../processes/find.ts';
import { simple } from './simple.ts';

export const basename = simple((io, [path = '', suffix = '']) => {
  const name = nameOf(path.replace(/(.)\/+$/, '$1')) || '/';
  io.out(`${suffix && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`);
  return 0;
});

export const dirname = simple((io, [path = '']) => {
  const plain = path.replace(/(.)\/+$/, '$1');
  io.out(`${plain.includes('/') ? parentOf(plain) : '.'}\n`);
  return 0;
});

export const realpath = simple((io, [path = '.']) => {
  io.out(`${absolutePath(io.directory, path)}\n`);
  return 0;
});

export const which = simple((io, args) => {
  let status = 0;
  for (const name of args) {
    const path = (io.environment.get('PATH') ?? '/bin').split(':');
    const place = path.find((directory) => 'program' in findProgram(io.machine, `${directory}/${name}`, '/'));
    if (place === undefined) status = 1;
    else io.out(`${place}/${name}\n`);
  }
  return status;
});
