;;; What somebody does in Emacs with eglot, who has set it up as docs/editors.md says. -*- lexical-binding: t -*-
;;; Its results are written as JSON.
(require 'eglot)
(require 'json)
(require 'cl-lib)

(defvar results nil)
(defun note (key value) (push (cons key value) results))
(defvar project (getenv "RECORD_PROJECT"))

;; Nobody is idle here, which is when changes are sent otherwise.
(defun listen ()
  "Give timers, processes and notices of files their turn."
  (accept-process-output nil 0.05)
  (read-event nil nil 0.05))

(defun wait-for (what is-so)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall is-so))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (eglot--signal-textDocument/didChange)
      (flymake-start)
      (listen))))

(defun rules ()
  (mapcar (lambda (one) (cdr (assq 'code (eglot--diag-data* one)))) (flymake-diagnostics)))

(defun eglot--diag-data* (diagnostic)
  (let ((data (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)))))
    (list (cons 'code (plist-get data :code)))))

(defun has (rule count)
  (lambda () (= count (cl-count rule (rules) :test #'equal))))

(defun go-to (text offset)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (+ (match-beginning 0) offset)))

(condition-case problem
    (progn
      (find-file (expand-file-name "handler.py" project))
      (apply #'eglot--connect (eglot--guess-contact))
      (wait-for "findings" (has "unknown-code" 3))
      (note 'before (vconcat (rules)))

      (go-to "DeviceTurnedOff" 3)
      (let (hover)
        (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover (substring-no-properties text))))
        (wait-for "a hover" (lambda () hover))
        (note 'hover hover))

      (go-to "\"resultCode\": \"\"" 15)
      (let ((capf (eglot-completion-at-point)))
        (note 'completions (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 capf))))))

      (go-to "TemperatureOutOfRange" 3)
      (let ((action (cl-find-if (lambda (one) (eq t (plist-get one :isPreferred)))
                                (eglot-code-actions (point) (1+ (point)) "quickfix"))))
        (eglot--apply-workspace-edit (plist-get action :edit)))
      (wait-for "the fix to hold" (has "unknown-code" 2))
      (go-to "OutofRange" 0)
      (note 'fixed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

      (write-region "{ \"rules\": { \"unknown-code\": \"off\" } }\n" nil (expand-file-name ".thinq-nugu.json" project))
      (save-buffer)
      (wait-for "the project file to hold" (has "unknown-code" 0))
      (note 'after (vconcat (rules)))
      (note 'version (concat "GNU Emacs " emacs-version ", eglot")))
  (error (note 'problem (format "%S" problem))))

(with-temp-file (getenv "RECORD_RESULTS") (insert (json-encode results)))
(ignore-errors (eglot-shutdown-all))
(kill-emacs 0)
