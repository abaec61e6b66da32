STEPS=(
  cluster-ok
  new-host
  ports-free
  disks-known
  disks-visible
  set-up-monitor
  cluster-ok.monitor
  export-dcr
  log-sizes
  space-free
  add-log-files
  verify-dmctl
  verify-log-files
  copy-config
  write.copy-config.10.1.0.3:/data/DSC2_conf/dm.ini
  write.write-dmdcr.10.1.0.3:/data/DSC2/dmdcr.ini
  write.update-mal.10.1.0.1:/data/DSC0/dmasvrmal.ini
  write.update-mal.10.1.0.1:/data/DSC0_conf/dmmal.ini
  write.update-mal.10.1.0.2:/data/DSC1/dmasvrmal.ini
  write.update-mal.10.1.0.2:/data/DSC1_conf/dmmal.ini
  write.update-mal.10.1.0.3:/data/DSC2/dmasvrmal.ini
  write.update-mal.10.1.0.3:/data/DSC2_conf/dmmal.ini
  write.edit-dcr-config.10.1.0.1:/data/dmdcr_cfg_bak.ini
  dcr-still-base
  cluster-still-ok
  extend-dcr
  dcr-extended.disk1
  check-dcr.disk1
  dcr-extended.disk2
  check-dcr.disk2
  dcr-extended.disk3
  check-dcr.disk3
  extend-node
  show-extended
  read-logs
  start-css
  start-asm
  await-db
  write.update-monitors.watch:/data/dmcssm2.ini
  restart-monitor.1
  all-ok
  ep-info
  ep-info.new
  log-files.new
  disk-groups.new
  look-after
  clients
)
LOOKS=' cluster-ok new-host ports-free disks-known disks-visible cluster-ok.monitor log-sizes space-free verify-dmctl verify-log-files cluster-still-ok check-dcr.disk1 check-dcr.disk2 check-dcr.disk3 show-extended read-logs await-db all-ok ep-info ep-info.new log-files.new disk-groups.new look-after clients '
ONCE='11 26 33'
WRITES='6 15 16 17 18 19 20 21 22 23 39'

step_1() {
  begin cluster-ok 10.1.0.1 '确认整个集群正常'
  sql 10.1.0.1 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13000' 'select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;' /opt/dm/bin/disql /nolog
  confirm '所有 CSS、ASM、DB 节点均为 OK 且 active，所有实例为 OPEN，没有 break 或 recover 节点。'
}

step_2() {
  begin new-host 10.1.0.3 '准备新主机'
  say '操作系统、位数和字节序与其他主机相同：uname -srm；getconf LONG_BIT；lscpu。'
  say '时区和时钟与其他主机一致：在两边同时执行 date；timedatectl。'
  say '/opt/dmdbms/bin 中安装了相同版本的 DM：disql 启动时首先显示版本；原有节点的版本用 select * from v$version; 查看。'
  say '授权文件存在、允许再增加一个节点，且属于 dmdba：ls -l /opt/dmdbms/bin/dm.key。'
  say '地址 10.1.0.3、192.168.1.3 属于本机，且其他主机都能访问：ip -br addr；ping。'
  say '共享磁盘以与其他主机相同的名称和权限绑定：在两边执行 ls -lL。'
  say '开机时 udev 或 multipath 先于达梦服务完成绑定：重启主机一次，并比较 journalctl -b 中的时间。'
  say '用户 dmdba 及其组存在，编号与其他主机相同：id dmdba。'
  say '目录 /data、/data/DSC2 均已存在、空间充足且属于 dmdba：ls -ld；df -h。'
  say '防火墙放行 11002、12002、13002、16002、15002：firewall-cmd --list-ports 或 nft list ruleset。'
  confirm '清单各项均已完成。'
}

step_3() {
  begin ports-free 10.1.0.3 '确认 10.1.0.3 上新端口未被占用'
  run 10.1.0.3 ss -ltn
  confirm '输出中没有端口 11002、12002、13002、16002、15002。'
}

step_4() {
  begin disks-known 10.1.0.1 '查看 10.1.0.1 的共享磁盘'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "listdisks '/dev/dcrv'"
  confirm '记录 /dev/dcrv 下每个磁盘的 ASM 名称、组号和磁盘号，并记录每个磁盘的 scsi_id 或 WWID（/usr/lib/udev/scsi_id -g -u -d DISK，或 multipath -ll）。'
}

step_5() {
  begin disks-visible 10.1.0.3 '确认新主机能看到共享磁盘'
  tool_script 10.1.0.3 2 /opt/dmdbms/bin/dmasmcmdm RET_FLAG=1 "listdisks '/dev/dcrv'"
  confirm '列表与 10.1.0.1 的一致：ASM 名称、组号和磁盘号相同，且每个磁盘的 scsi_id 或 WWID 相同，因为两台主机上同名并不能说明是同一磁盘。/dev/dcrv 下只有这些磁盘：存在其他磁盘会导致启动失败。/dev/dcrv/d0、/dev/dcrv/d1、/dev/dcrv/d2：均在，且 dmdba 可读写。'
}

file_6() { left watch /data/dmcssm2.ini cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f 17e68e40c4a5732b3fd5358a66e2a99656ee6d463e45fe485b37e05cc397ea6c; }
step_6() {
  begin set-up-monitor watch '用 watch:/data/dmcssm2.ini 配置监视器'
  say '只有监视器能显示 CSS 和 ASM，而且 extend node 是其控制台的命令。此时只含现有节点，新节点最后加入。'
  put watch /data/dmcssm2.ini staged/watch/data/dmcssm2.ini cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f - cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f
  check_hash watch /data/dmcssm2.ini cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f
}

step_7() {
  begin cluster-ok.monitor watch '在新的监视器中确认整个集群正常'
  say '在有监视器之前，只能看到实例的状态。'
  console watch 2 /opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini show exit
  confirm '所有 CSS、ASM、DB 节点均为 OK 且 active，所有实例为 OPEN，没有 break 或 recover 节点。 每个 CSS 显示 auto check = TRUE，否则之后不会自动重新加入。 每个磁盘的 DCRV_STATUS 为 OK：extend dcrvdisk 会写全部磁盘。'
}

step_8() {
  begin export-dcr 10.1.0.1 '导出 DCR 配置'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/dcr_node2_before.txt'"
  confirm '取回 10.1.0.1:/data/dcr_node2_before.txt（记作 FILE）：dmdsc compare-export plan.json base FILE 报告磁盘中是扩展之前的配置。比较的是取值，而非文本。'
}

step_9() {
  begin log-sizes 10.1.0.1 '查看现有日志文件的大小'
  sql 10.1.0.1 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13000' 'select path, rlog_size from v$rlogfile;' /opt/dm/bin/disql /nolog
  confirm '每个文件的 RLOG_SIZE（字节）等于 128 MB，即新文件的大小，且位于同一磁盘组。日志文件添加后无法移除。'
}

step_10() {
  begin space-free 10.1.0.1 '确认磁盘组有足够空间'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmtoolm DCR_INI=/data/DSC0/dmdcr.ini df
  confirm '+LOG：均有足够空间存放新的日志文件和归档。V$ASMGROUP 的 FREE_MB 显示同样的内容。'
}

step_11() {
  begin add-log-files 10.1.0.1 '为新节点添加联机日志文件'
  may_be_done 11 '日志文件不能撤销。请先用后两步确认是否已添加；确未添加时才可重做。重复执行或多余的日志文件有何影响，手册没有说明。'
  [[ -z $DONE ]] || return 0
  say 'plan.sh 从环境变量 DMDSC_SYSDBA_PASSWORD 读取口令；手工执行时请直接输入口令。'
  need_password
  once 11
  sql 10.1.0.1 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13000' "alter database add node logfile '+LOG/n2_1.log' size 128, '+LOG/n2_2.log' size 128;" /opt/dm/bin/disql /nolog
  confirm '语句执行成功；由后两步验证。'
}

step_12() {
  begin verify-dmctl 10.1.0.1 '在 dm.ctl 中确认新日志文件'
  run 10.1.0.1 /opt/dm/bin/dmctlcvt TYPE=1 SRC=+DATA/dsc/dm.ctl DEST=/data/DSC0/dmctl_with_node2.txt DCR_INI=/data/DSC0/dmdcr.ini
  confirm '10.1.0.1:/data/DSC0/dmctl_with_node2.txt 中列有 +LOG/n2_1.log、+LOG/n2_2.log。'
}

step_13() {
  begin verify-log-files 10.1.0.1 '在 ASM 上确认新日志文件'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmtoolm DCR_INI=/data/DSC0/dmdcr.ini 'ls +LOG'
  expect n2_1.log n2_2.log
  confirm '列出 +LOG/n2_1.log、+LOG/n2_2.log。'
}

step_14() {
  begin copy-config 10.1.0.3 '将配置目录复制到新主机'
  copy_tree 10.1.0.1 /data/DSC0_conf 10.1.0.3 /data/DSC2_conf '*.DBF' '*.ini.*' '*.log' '*.trc' '*bak*' dmarch.ini dminit.ini log trace
  confirm '10.1.0.3:/data/DSC2_conf 含有 10.1.0.1:/data/DSC0_conf 的文件（*.DBF、*.ini.*、*.log、*.trc、*bak*、dmarch.ini、dminit.ini、log、trace 除外），且属于 dmdba。用 grep -rn -e /data/DSC0_conf -e DSC0 /data/DSC2_conf 查看仍含有来源节点目录或名称的文件：后续步骤会写其中一部分，没有步骤写的请手工修改。'
}

file_15() { left 10.1.0.3 /data/DSC2_conf/dm.ini 7eb594d9e9e370fc5d9868b1d1681c79c0ee42c16d507922025050ec9c2c567e; }
step_15() {
  begin write.copy-config.10.1.0.3:/data/DSC2_conf/dm.ini 10.1.0.3 '写入 10.1.0.3:/data/DSC2_conf/dm.ini'
  put 10.1.0.3 /data/DSC2_conf/dm.ini files/10.1.0.3/data/DSC2_conf/dm.ini 7eb594d9e9e370fc5d9868b1d1681c79c0ee42c16d507922025050ec9c2c567e - afc16fac2616a7893d9e24ac7da518e7850049287f3a9655decbd6d874432b4a
  check_hash 10.1.0.3 /data/DSC2_conf/dm.ini 7eb594d9e9e370fc5d9868b1d1681c79c0ee42c16d507922025050ec9c2c567e
}

file_16() { left 10.1.0.3 /data/DSC2/dmdcr.ini 7a8d331aa17ebd8cbaacf0a62fc44cc0061f4f57a3d23773f87f4e1d7bceb779; }
step_16() {
  begin write.write-dmdcr.10.1.0.3:/data/DSC2/dmdcr.ini 10.1.0.3 '写入 10.1.0.3:/data/DSC2/dmdcr.ini'
  put 10.1.0.3 /data/DSC2/dmdcr.ini files/10.1.0.3/data/DSC2/dmdcr.ini 7a8d331aa17ebd8cbaacf0a62fc44cc0061f4f57a3d23773f87f4e1d7bceb779 -
  check_hash 10.1.0.3 /data/DSC2/dmdcr.ini 7a8d331aa17ebd8cbaacf0a62fc44cc0061f4f57a3d23773f87f4e1d7bceb779
}

file_17() { left 10.1.0.1 /data/DSC0/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab; }
step_17() {
  begin write.update-mal.10.1.0.1:/data/DSC0/dmasvrmal.ini 10.1.0.1 '在 10.1.0.1:/data/DSC0/dmasvrmal.ini 中加入新实例'
  say '从此步到 extend-node 之间，重启的节点会读到比 DCR 多一个节点的 MAL 文件，其后果手册没有说明：其间不要重启任何进程。'
  put 10.1.0.1 /data/DSC0/dmasvrmal.ini files/10.1.0.1/data/DSC0/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab e39ef21c99af01f15e2a0bc28112ca85b682c3ce782c692b83739c79c5c2c4db
  check_hash 10.1.0.1 /data/DSC0/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
}

file_18() { left 10.1.0.1 /data/DSC0_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6; }
step_18() {
  begin write.update-mal.10.1.0.1:/data/DSC0_conf/dmmal.ini 10.1.0.1 '在 10.1.0.1:/data/DSC0_conf/dmmal.ini 中加入新实例'
  say '从此步到 extend-node 之间，重启的节点会读到比 DCR 多一个节点的 MAL 文件，其后果手册没有说明：其间不要重启任何进程。'
  put 10.1.0.1 /data/DSC0_conf/dmmal.ini files/10.1.0.1/data/DSC0_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381
  check_hash 10.1.0.1 /data/DSC0_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
}

file_19() { left 10.1.0.2 /data/DSC1/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab; }
step_19() {
  begin write.update-mal.10.1.0.2:/data/DSC1/dmasvrmal.ini 10.1.0.2 '在 10.1.0.2:/data/DSC1/dmasvrmal.ini 中加入新实例'
  say '从此步到 extend-node 之间，重启的节点会读到比 DCR 多一个节点的 MAL 文件，其后果手册没有说明：其间不要重启任何进程。'
  put 10.1.0.2 /data/DSC1/dmasvrmal.ini files/10.1.0.2/data/DSC1/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab e39ef21c99af01f15e2a0bc28112ca85b682c3ce782c692b83739c79c5c2c4db
  check_hash 10.1.0.2 /data/DSC1/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
}

file_20() { left 10.1.0.2 /data/DSC1_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6; }
step_20() {
  begin write.update-mal.10.1.0.2:/data/DSC1_conf/dmmal.ini 10.1.0.2 '在 10.1.0.2:/data/DSC1_conf/dmmal.ini 中加入新实例'
  say '从此步到 extend-node 之间，重启的节点会读到比 DCR 多一个节点的 MAL 文件，其后果手册没有说明：其间不要重启任何进程。'
  put 10.1.0.2 /data/DSC1_conf/dmmal.ini files/10.1.0.2/data/DSC1_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381
  check_hash 10.1.0.2 /data/DSC1_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
}

file_21() { left 10.1.0.3 /data/DSC2/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab; }
step_21() {
  begin write.update-mal.10.1.0.3:/data/DSC2/dmasvrmal.ini 10.1.0.3 '写入 10.1.0.3:/data/DSC2/dmasvrmal.ini'
  put 10.1.0.3 /data/DSC2/dmasvrmal.ini files/10.1.0.3/data/DSC2/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab -
  check_hash 10.1.0.3 /data/DSC2/dmasvrmal.ini 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
}

file_22() { left 10.1.0.3 /data/DSC2_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6; }
step_22() {
  begin write.update-mal.10.1.0.3:/data/DSC2_conf/dmmal.ini 10.1.0.3 '写入 10.1.0.3:/data/DSC2_conf/dmmal.ini'
  put 10.1.0.3 /data/DSC2_conf/dmmal.ini files/10.1.0.3/data/DSC2_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6 - 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381
  check_hash 10.1.0.3 /data/DSC2_conf/dmmal.ini c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
}

file_23() { left 10.1.0.1 /data/dmdcr_cfg_bak.ini 67d139ddbfdf3b5a2c861df033574cf37b06635864004025b022d6d2beb6022f; }
step_23() {
  begin write.edit-dcr-config.10.1.0.1:/data/dmdcr_cfg_bak.ini 10.1.0.1 '将新节点写入 10.1.0.1:/data/dmdcr_cfg_bak.ini'
  put 10.1.0.1 /data/dmdcr_cfg_bak.ini files/10.1.0.1/data/dmdcr_cfg_bak.ini 67d139ddbfdf3b5a2c861df033574cf37b06635864004025b022d6d2beb6022f ebb819cf94b3b9c5f87a20b03eb184c226ded9659922f1423790689b29b248d5
  check_hash 10.1.0.1 /data/dmdcr_cfg_bak.ini 67d139ddbfdf3b5a2c861df033574cf37b06635864004025b022d6d2beb6022f
}

step_24() {
  begin dcr-still-base 10.1.0.1 '确认 /dev/dcrv/d0 仍是原配置'
  say '距第一次导出可能已过去数小时。'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/dcr_node2_still_before.txt'"
  confirm '取回 10.1.0.1:/data/dcr_node2_still_before.txt（记作 FILE）：dmdsc compare-export plan.json base FILE 报告磁盘中是扩展之前的配置。'
}

step_25() {
  begin cluster-still-ok watch '确认整个集群仍然正常'
  say '距第一次查看可能已过去数小时；下一步之后除重新初始化外没有退路。'
  console watch 2 /opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini show exit
  confirm '所有 CSS、ASM、DB 节点均为 OK 且 active，所有实例为 OPEN，没有 break 或 recover 节点。 每个 CSS 显示 auto check = TRUE，否则之后不会自动重新加入。 每个磁盘的 DCRV_STATUS 为 OK：extend dcrvdisk 会写全部磁盘。'
}

step_26() {
  begin extend-dcr 10.1.0.1 '将新配置写入 DCR 磁盘'
  may_be_done 26 '控制台中的 -4546 表示磁盘权限不对。对旧配置 check 同样显示成功：请按 dmdsc resume 对本步骤的说明，将 /dev/dcrv/d0、/dev/dcrv/d1、/dev/dcrv/d2 各导出到单独的文件并与 10.1.0.1:/data/dmdcr_cfg_bak.ini 比较。如果没有写入，改正 10.1.0.1:/data/dmdcr_cfg_bak.ini 后重做；如果写入了错误的配置，转到重新初始化。'
  [[ -z $DONE ]] || return 0
  all_as_planned 26
  gate '不可回退点。各主机的文件哈希均与计划一致，日志文件已添加，整个集群正常，变更窗口已开始。继续？'
  disk_as_before 10.1.0.1 /data/look_1ccbb956.txt ebb819cf94b3b9c5f87a20b03eb184c226ded9659922f1423790689b29b248d5 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/look_1ccbb956.txt'"
  all_as_planned 26
  once 26
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "extend dcrvdisk '/dev/dcrv/d0','/dev/dcrv/d1','/dev/dcrv/d2' from '/data/dmdcr_cfg_bak.ini'"
  confirm '工具报告成功。此时新节点在磁盘上为 ERROR 节点。'
}

step_27() {
  begin dcr-extended.disk1 10.1.0.1 '确认 /dev/dcrv/d0 中是计划的配置'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/dcr_node2_after_disk1.txt'"
  confirm '取回 10.1.0.1:/data/dcr_node2_after_disk1.txt（记作 FILE）：dmdsc compare-export plan.json planned FILE 报告磁盘中是计划的配置。新节点在启动之前可能显示为故障节点。所有磁盘都是该配置：extend-dcr 已生效。都是原配置：未生效。有新有旧：只生效了一部分。'
}

step_28() {
  begin check-dcr.disk1 10.1.0.1 '检查 /dev/dcrv/d0 上的 DCR'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "check dcrvdisk '/dev/dcrv/d0'"
  expect success
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/look_1ccbb956.txt'"
  confirm '工具报告成功。'
}

step_29() {
  begin dcr-extended.disk2 10.1.0.1 '确认 /dev/dcrv/d1 中是计划的配置'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d1' to '/data/dcr_node2_after_disk2.txt'"
  confirm '取回 10.1.0.1:/data/dcr_node2_after_disk2.txt（记作 FILE）：dmdsc compare-export plan.json planned FILE 报告磁盘中是计划的配置。新节点在启动之前可能显示为故障节点。所有磁盘都是该配置：extend-dcr 已生效。都是原配置：未生效。有新有旧：只生效了一部分。'
}

step_30() {
  begin check-dcr.disk2 10.1.0.1 '检查 /dev/dcrv/d1 上的 DCR'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "check dcrvdisk '/dev/dcrv/d1'"
  expect success
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d1' to '/data/look_1ccbb956.txt'"
  confirm '工具报告成功。'
}

step_31() {
  begin dcr-extended.disk3 10.1.0.1 '确认 /dev/dcrv/d2 中是计划的配置'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d2' to '/data/dcr_node2_after_disk3.txt'"
  confirm '取回 10.1.0.1:/data/dcr_node2_after_disk3.txt（记作 FILE）：dmdsc compare-export plan.json planned FILE 报告磁盘中是计划的配置。新节点在启动之前可能显示为故障节点。所有磁盘都是该配置：extend-dcr 已生效。都是原配置：未生效。有新有旧：只生效了一部分。'
}

step_32() {
  begin check-dcr.disk3 10.1.0.1 '检查 /dev/dcrv/d2 上的 DCR'
  tool_script 10.1.0.1 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "check dcrvdisk '/dev/dcrv/d2'"
  expect success
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d2' to '/data/look_1ccbb956.txt'"
  confirm '工具报告成功。'
}

step_33() {
  begin extend-node watch '让运行中的进程接纳新节点'
  may_be_done 33 '控制台中的 -1105 表示扩展失败，原因只在日志中；-11073 表示并非所有节点都为 OK。查看所有 dmcss、dmasmsvr、dmserver 的日志。如果文件有误，请转到重新初始化。'
  [[ -z $DONE ]] || return 0
  say '此时现有实例可能短时挂起。期间若有实例故障，扩展即失败（第 14.1.3 节说明 4）。'
  all_as_planned 33
  gate '不可回退点。所有实例现在重新读取 DCR 和 MAL，可能短时停止服务；错误的文件会迫使所有实例退出。继续？'
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d0' to '/data/look_1ccbb956.txt'"
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d1' to '/data/look_1ccbb956.txt'"
  disk_has_new 10.1.0.1 /data/look_1ccbb956.txt CSS2 ASM2 DSC2 2 /opt/dm/bin/dmasmcmdm RET_FLAG=1 "export dcrvdisk '/dev/dcrv/d2' to '/data/look_1ccbb956.txt'"
  all_as_planned 33
  once 33
  console watch 2 /opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini 'extend node' exit
  confirm '由后两步验证：命令的结果只写在日志中。'
}

step_34() {
  begin show-extended watch '确认新节点已列出'
  console watch 2 /opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini show exit
  expect CSS2 ASM2 DSC2
  confirm '列出 CSS2、ASM2 和 DSC2；ASM2 和 DSC2 在启动前为 ERROR。其他节点仍为 OK。'
}

step_35() {
  begin read-logs 10.1.0.1 '查看所有 dmcss、dmasmsvr、dmserver 的日志'
  say '10.1.0.1 的 /opt/dm/log 中：dm_CSS0_<yyyymm>.log、dm_ASM0_<yyyymm>.log、dm_DSC0_<yyyymm>.log、dm_dmasmcmdm_<yyyymm>.log，<yyyymm> 换成年月。查找 ERROR、FATAL、[!!!DSC INFO!!!]、comm_self_link_check success。'
  say '10.1.0.2 的 /opt/dm/log 中：dm_CSS1_<yyyymm>.log、dm_ASM1_<yyyymm>.log、dm_DSC1_<yyyymm>.log，<yyyymm> 换成年月。查找 ERROR、FATAL、[!!!DSC INFO!!!]、comm_self_link_check success。'
  confirm '日志记录了扩展（[!!!DSC INFO!!!]），此后没有 ERROR 或 FATAL。如果检测链路，各日志中有 comm_self_link_check success。'
}

step_36() {
  begin start-css 10.1.0.3 '在 10.1.0.3 启动 dmcss'
  gate '新节点即将加入。处于预提交状态的事务已在控制节点提交或回滚；没有实例处于 MOUNT 状态；show 显示 CSS 的 auto check = TRUE，只有这样 dmcss 才会自动让节点重加入。加入期间服务会暂停一段时间，此时若有节点故障，所有节点都会退出。继续？'
  launch 10.1.0.3 /data/DSC2/dmdcr.ini /opt/dmdbms/bin/dmcss DCR_INI=/data/DSC2/dmdcr.ini -noconsole
  confirm '监视器显示 CSS2 为 OK 且 active。'
}

step_37() {
  begin start-asm 10.1.0.3 '在 10.1.0.3 启动 ASM 服务器'
  say '该进程在无控制台方式下运行。切勿在 ASM 服务器的控制台输入 exit：这会使所有节点的 ASM 服务器一起退出。'
  launch 10.1.0.3 /data/DSC2/dmdcr.ini /opt/dmdbms/bin/dmasmsvrm DCR_INI=/data/DSC2/dmdcr.ini -noconsole
  confirm '监视器显示 ASM2 为 OK 且 active。'
}

step_38() {
  begin await-db 10.1.0.3 '等待 dmcss 在 10.1.0.3 拉起实例'
  await_process 10.1.0.3 dmserver /data/DSC2/dmdcr.ini 330
  confirm '监视器显示 DSC2 为 OK、active 且 OPEN。'
}

file_39() { left watch /data/dmcssm2.ini 17e68e40c4a5732b3fd5358a66e2a99656ee6d463e45fe485b37e05cc397ea6c; }
step_39() {
  begin write.update-monitors.watch:/data/dmcssm2.ini watch '在 watch:/data/dmcssm2.ini 中加入新的 CSS'
  put watch /data/dmcssm2.ini files/watch/data/dmcssm2.ini 17e68e40c4a5732b3fd5358a66e2a99656ee6d463e45fe485b37e05cc397ea6c - cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f
  check_hash watch /data/dmcssm2.ini 17e68e40c4a5732b3fd5358a66e2a99656ee6d463e45fe485b37e05cc397ea6c
}

step_40() {
  begin restart-monitor.1 watch '重启监视器'
  say '如果监视器是服务（由 dm_service_installer.sh -t dmcssm -cssm_ini /data/dmcssm2.ini 注册，名为 DmCSSMonitorService…），用 systemctl restart 重启；否则先用 exit 退出监视器，再重新启动：'
  say '/opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini'
  confirm 'show 列出 CSS2。'
}

step_41() {
  begin all-ok watch '确认扩展后的集群正常'
  console watch 2 /opt/dmdbms/bin/dmcssm INI_PATH=/data/dmcssm2.ini show exit
  confirm '所有 CSS、ASM、DB 节点（含新节点）均为 OK 且 active，所有实例为 OPEN。'
}

step_42() {
  begin ep-info 10.1.0.1 '在 10.1.0.1 上用 SQL 查看新实例'
  sql 10.1.0.1 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13000' 'select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;' /opt/dm/bin/disql /nolog
  expect DSC2
  confirm '列出 DSC2，EP_STATUS 为 OK。'
}

step_43() {
  begin ep-info.new 10.1.0.3 '在 10.1.0.3 上用 SQL 查看新实例'
  sql 10.1.0.3 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13002' 'select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;' /opt/dmdbms/bin/disql /nolog
  expect DSC2
  confirm '列出 DSC2，EP_STATUS 为 OK。'
}

step_44() {
  begin log-files.new 10.1.0.3 '通过新实例查看联机日志文件'
  sql 10.1.0.3 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13002' 'select * from v$rlogfile;' /opt/dmdbms/bin/disql /nolog
  confirm 'V$RLOGFILE 列出计划所添加的日志文件及其大小。'
}

step_45() {
  begin disk-groups.new 10.1.0.3 '通过新实例查看磁盘组'
  sql 10.1.0.3 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:13002' 'select * from v$asmgroup;' /opt/dmdbms/bin/disql /nolog
  confirm 'V$ASMGROUP 列出的磁盘组与原有节点相同，且都有剩余空间。'
}

step_46() {
  begin look-after 10.1.0.3 '处理集群文件中没有的事项'
  say '控制节点可能已变化：见 V$DSC_EP_INFO 的 EP_MODE。作业和定时器只在控制节点上运行，请确认其正常。'
  say '备份也需要 DSC2 的归档：请确认所有备份作业（包括操作系统中的）都能访问，并做一次完全备份。'
  say '如果其他主机上运行 DmAPService，10.1.0.3 上也要运行：systemctl status DmAPService。'
  say '如果其他主机装有 DEM 代理（dmagent），10.1.0.3 上也要安装，并确认 DEM 显示新实例。'
  confirm '清单各项均已完成。'
}

step_47() {
  begin clients 10.1.0.3 '通知客户端'
  say '在客户端的 dm_svc.conf 中加入新地址 192.168.1.3（端口 13002）；集群的文件中没有该信息。客户端在下次启动时读取。如果用 EP_SELECTOR 分配连接，各节点的份额会变化。'
  confirm '有连接到达新实例。'
}

check_files() {
  fresh 10.1.0.1 /data/DSC0/dmasvrmal.ini e39ef21c99af01f15e2a0bc28112ca85b682c3ce782c692b83739c79c5c2c4db 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
  fresh 10.1.0.1 /data/DSC0_conf/dmmal.ini 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381 c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
  fresh 10.1.0.1 /data/dmdcr_cfg_bak.ini ebb819cf94b3b9c5f87a20b03eb184c226ded9659922f1423790689b29b248d5 67d139ddbfdf3b5a2c861df033574cf37b06635864004025b022d6d2beb6022f
  fresh 10.1.0.2 /data/DSC1/dmasvrmal.ini e39ef21c99af01f15e2a0bc28112ca85b682c3ce782c692b83739c79c5c2c4db 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
  fresh 10.1.0.2 /data/DSC1_conf/dmmal.ini 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381 c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
  fresh 10.1.0.3 /data/DSC2/dmasvrmal.ini - 071f8edb209ada14678ea101350abfd06188193e18d41afc567f0e1983f83fab
  fresh 10.1.0.3 /data/DSC2/dmdcr.ini - 7a8d331aa17ebd8cbaacf0a62fc44cc0061f4f57a3d23773f87f4e1d7bceb779
  fresh 10.1.0.3 /data/DSC2_conf/dm.ini - afc16fac2616a7893d9e24ac7da518e7850049287f3a9655decbd6d874432b4a 7eb594d9e9e370fc5d9868b1d1681c79c0ee42c16d507922025050ec9c2c567e
  fresh 10.1.0.3 /data/DSC2_conf/dmmal.ini - 484354fbb8a0cadaee461e10e2b6a4aa5da9196d7e63e610b8e5b5b167fdd381 c0df61c56063aea60458e7617ab22f4758af6d98a9806a15aa3ac98ef42709a6
  fresh watch /data/dmcssm2.ini - cb646f021ceb2c96b20d99b993d19e49d65686205c02520cb5b3d62fd4611c1f 17e68e40c4a5732b3fd5358a66e2a99656ee6d463e45fe485b37e05cc397ea6c
  fresh 10.1.0.1 /data/DSC0/dmdcr.ini 79be37947b2325732ab55d3dfd3b76bed59c39efbad0d086be298d77a52d3187
  fresh 10.1.0.1 /data/DSC0_conf/dm.ini afc16fac2616a7893d9e24ac7da518e7850049287f3a9655decbd6d874432b4a
  fresh 10.1.0.2 /data/DSC1/dmdcr.ini a6a5ef55aa4e44aa6958c6713adc6bad889cd59c25a507131091a234a3d67b08
  fresh 10.1.0.2 /data/DSC1_conf/dm.ini 8c996518fa31c59966afea0cf64edd329afb8d817dbbba40a417677d16af7da5
}
