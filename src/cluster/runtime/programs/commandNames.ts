/** The commands of userland.ts that do something. */
export const simulatedNames =
  '[ ash awk base64 basename busybox cat chmod chown cmp cp cut date dd df dirname du echo egrep env expr fallocate false fgrep find free grep head hostname httpd id kill killall ln ls md5sum mkdir mktemp mount mv nc nice nl nohup nproc nslookup pidof ping printenv printf ps pwd realpath rev rm rmdir sed seq setsid sh sha256sum sleep sort stat sync tac tail tee test time timeout top touch tr true truncate tty uname uniq uptime usleep watch wc wget which whoami xargs yes'.split(
    ' ',
  );

/** Commands that busybox has and the simulation has not: see unsimulated.ts. */
export const unsimulatedNames =
  'ar arp bzip2 comm cpio crond diff dmesg dos2unix expand fold fuser getopt gunzip gzip hexdump ifconfig install ip less mkfifo mknod more netstat od patch pstree renice route sha1sum split strings stty su tar telnet traceroute umount unzip vi xxd zcat'.split(
    ' ',
  );

/** Programs that only some images bring. */
export const imageProgramNames =
  'agnhost curl go-stress http-echo mysqladmin node perl pg_isready psql python redis-cli stress'.split(' ');
