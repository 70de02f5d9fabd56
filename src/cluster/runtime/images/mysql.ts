import type { ImageDescription, ServerDescription } from './image.ts';

/** The entrypoints of MySQL and MariaDB differ in their names and in little else. */
function database(name: string, program: string, version: string, prefix: string): ServerDescription {
  const note = `{plain}+00:00 [Note] [Entrypoint]:`;
  return {
    port: 3306,
    startTime: 1600,
    latency: 1,
    speaksHttp: false,
    memory: (prefix === 'MYSQL' ? 420 : 110) << 20,
    processor: 6,
    stop: { after: 1500, exitCode: 0 },
    requires: {
      anyOf: [
        `${prefix}_ROOT_PASSWORD`,
        `${prefix}_ALLOW_EMPTY_PASSWORD`,
        `${prefix}_RANDOM_ROOT_PASSWORD`,
        `${prefix}_ROOT_PASSWORD_FILE`,
        ...(prefix === 'MARIADB'
          ? [
              'MYSQL_ROOT_PASSWORD',
              'MYSQL_ALLOW_EMPTY_PASSWORD',
              'MYSQL_RANDOM_ROOT_PASSWORD',
              'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
              'MARIADB_ROOT_PASSWORD_HASH',
            ]
          : []),
      ],
      log: [
        `${note} Entrypoint script for ${name} Server ${version} started.`,
        `${note} Switching to dedicated user 'mysql'`,
        `${note} Entrypoint script for ${name} Server ${version} started.`,
        '{plain}+00:00 [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified',
        '    You need to specify one of the following as an environment variable:',
        ...(prefix === 'MARIADB'
          ? [
              '    - MARIADB_ROOT_PASSWORD',
              '    - MARIADB_ROOT_PASSWORD_HASH',
              '    - MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
              '    - MARIADB_RANDOM_ROOT_PASSWORD',
            ]
          : ['    - MYSQL_ROOT_PASSWORD', '    - MYSQL_ALLOW_EMPTY_PASSWORD', '    - MYSQL_RANDOM_ROOT_PASSWORD']),
      ],
    },
    initialize: {
      marker: '/var/lib/mysql/ibdata1',
      time: 7500,
      log: [
        `${note} Entrypoint script for ${name} Server ${version} started.`,
        `${note} Switching to dedicated user 'mysql'`,
        `${note} Entrypoint script for ${name} Server ${version} started.`,
        `${note} Initializing database files`,
      ],
    },
    greeting: [
      `${note} ${name} init process done. Ready for start up.`,
      `{iso} 0 [System] [MY-010116] [Server] /usr/sbin/${program} (${program} ${version.split('-')[0]}) starting as process 1`,
      `{iso} 0 [System] [MY-010931] [Server] /usr/sbin/${program}: ready for connections. Version: '${version.split('-')[0]}'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  ${name} Community Server - GPL.`,
    ],
    farewell: [
      `{iso} 0 [System] [MY-013172] [Server] Received SHUTDOWN from user <via user signal>. Shutting down ${program} (Version: ${version.split('-')[0]}).`,
    ],
    portTaken: "{iso} 0 [ERROR] [MY-010262] [Server] Can't start server: Bind on TCP/IP port: Address already in use",
  };
}

const common = {
  entrypoint: ['docker-entrypoint.sh'],
  hasCommands: true,
  directories: ['/var/lib', '/var/lib/mysql', '/docker-entrypoint-initdb.d', '/etc/mysql'],
} as const;

/** A relational database on port 3306; without a password for its root it does not begin. */
export const mysql: ImageDescription = {
  ...common,
  repository: 'docker.io/library/mysql',
  tags: ['latest', '5.7', '8', '8.0', '8.4', '9', '9.4', 'lts'],
  size: 246_789_012,
  command: ['mysqld'],
  programs: {
    '/usr/local/bin/docker-entrypoint.sh': 'entrypoint',
    '/bin/bash': 'sh',
    '/usr/sbin/mysqld': 'server',
    '/usr/bin/mysqladmin': 'mysqladmin',
    '/usr/bin/mysql': 'mysqladmin',
  },
  servers: { mysqld: database('MySQL', 'mysqld', '8.4.6-1.el9', 'MYSQL') },
};

/** MySQL's sister. */
export const mariadb: ImageDescription = {
  ...common,
  repository: 'docker.io/library/mariadb',
  tags: ['latest', '10', '10.11', '11', '11.4', '11.8', 'lts'],
  size: 124_567_890,
  command: ['mariadbd'],
  programs: {
    '/usr/local/bin/docker-entrypoint.sh': 'entrypoint',
    '/bin/bash': 'sh',
    '/usr/sbin/mariadbd': 'server',
    '/usr/bin/mariadb-admin': 'mysqladmin',
    '/usr/bin/mariadb': 'mysqladmin',
  },
  servers: { mariadbd: database('MariaDB', 'mariadbd', '11.8.3-MariaDB-ubu2404', 'MARIADB') },
};
